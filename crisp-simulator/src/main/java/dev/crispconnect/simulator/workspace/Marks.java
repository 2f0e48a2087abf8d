package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Marks on messages: read, delivered, ignored (Crisp API reference, section 3.10). A mark stands on the messages of one
 * side; notes and events carry none, as the other side never sees them. A mark that is there already changes nothing and
 * tells nothing. Every method throws {@link AbsentException} when there is no such conversation; fingerprints that it does
 * not know are passed over. Thread-safe.
 */
public final class Marks {

    private final ConversationStore store;
    private final MessageEvents events;

    Marks(ConversationStore store, MessageEvents events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Marks messages as read on a channel.
     *
     * @param from the side whose messages are marked
     * @param origin the channel, such as {@code chat}
     * @param fingerprints which ones; empty for all
     */
    public void read(String sessionId, Side from, String origin, Collection<Long> fingerprints) {
        mark(
                sessionId,
                new Chosen(from, Set.copyOf(fingerprints)),
                message -> message.withRead(origin),
                (conversation, marked) -> events.read(conversation, from, origin, marked));
    }

    /** Marks all messages of a side as not read. */
    public void unread(String sessionId, Side from) {
        mark(
                sessionId,
                new Chosen(from, Set.of()),
                message -> message.withRead(""),
                (conversation, marked) -> events.unread(conversation, "chat", marked));
    }

    /** Marks messages as delivered on a channel; parameters as for {@link #read}. */
    public void delivered(String sessionId, Side from, String origin, Collection<Long> fingerprints) {
        mark(
                sessionId,
                new Chosen(from, Set.copyOf(fingerprints)),
                message -> message.withDelivered(origin),
                (conversation, marked) -> events.delivered(conversation, origin, marked));
    }

    /**
     * Marks messages of the team as refused by a channel.
     *
     * @param origin the channel, such as {@code email}
     * @param fingerprints which ones; empty for all
     * @param type kind of refusal, such as {@code bounce}
     * @param reason in words
     */
    public void ignored(String sessionId, String origin, Collection<Long> fingerprints, String type, String reason) {
        Map<String, Object> details = Map.of("type", type, "reason", reason);
        mark(
                sessionId,
                new Chosen(Side.OPERATOR, Set.copyOf(fingerprints)),
                message -> message.withIgnored(origin, details),
                (conversation, marked) -> events.ignored(conversation, origin, marked, details));
    }

    /** The other side is notified that messages of this side are unread; nothing happens when none are. */
    public void notifyUnread(String sessionId, Side from) {
        synchronized (store) {
            StoredConversation conversation = store.read(sessionId);
            int unread = from == Side.USER ? conversation.unreadOperator : conversation.unreadVisitor;
            if (unread > 0) {
                events.notified(conversation, from);
            }
        }
    }

    private void mark(
            String sessionId,
            Chosen chosen,
            UnaryOperator<Message> mark,
            BiConsumer<StoredConversation, List<Long>> told) {
        store.change(
                sessionId, Change.READ_MARK, conversation -> {
                    List<Long> marked = conversation
                            .messages()
                            .replaceAll(message -> chosen.has(message) ? mark.apply(message) : message)
                            .stream()
                            .map(Message::fingerprint)
                            .toList();
                    if (marked.isEmpty()) {
                        return false;
                    }
                    Turns.count(conversation);
                    told.accept(conversation, marked);
                    return true;
                });
    }

    private record Chosen(Side from, Set<Long> fingerprints) {

        boolean has(Message message) {
            return message.from() == from
                    && message.isTalk()
                    && (fingerprints.isEmpty() || fingerprints.contains(message.fingerprint()));
        }
    }
}
