package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inboxes of a website besides the main one (Crisp API reference, section 3.13). No event tells that they changed. Every
 * method that takes an inbox_id throws {@link AbsentException} when there is none. Thread-safe: guarded by the store.
 */
public final class Inboxes {

    private static final Comparator<Inbox> ORDER =
            Comparator.<Inbox>comparingInt(inbox -> inbox.card().order()).thenComparing(Inbox::createdAt);

    private final ConversationStore store;
    private final Conversations conversations;
    private final Ids ids;
    private final Map<String, Inbox> inboxes = new LinkedHashMap<>();

    Inboxes(ConversationStore store, Conversations conversations, Ids ids) {
        this.store = store;
        this.conversations = conversations;
        this.ids = ids;
    }

    /** One page of the list, by their order and then by their age. */
    public Page<Inbox> list(int page, int perPage) {
        synchronized (store) {
            List<Inbox> sorted = inboxes.values().stream().sorted(ORDER).toList();
            int start = (int) Math.min(sorted.size(), (page - 1L) * perPage);
            int end = Math.min(sorted.size(), start + perPage);
            return new Page<>(sorted.subList(start, end), end < sorted.size());
        }
    }

    /** The inbox of that id. */
    public Inbox get(String inboxId) {
        synchronized (store) {
            Inbox inbox = inboxes.get(inboxId);
            if (inbox == null) {
                throw new AbsentException(Kind.INBOX, inboxId);
            }
            return inbox;
        }
    }

    /** A new inbox, empty. */
    public Inbox create(Inbox.Card card) {
        synchronized (store) {
            Instant now = store.now();
            Inbox inbox = new Inbox(ids.uuid(), card, now, now);
            inboxes.put(inbox.inboxId(), inbox);
            store.changes().made();
            return inbox;
        }
    }

    /** Puts the card in place of the old one. */
    public Inbox replace(String inboxId, Inbox.Card card) {
        synchronized (store) {
            Inbox old = get(inboxId);
            if (old.card().equals(card)) {
                return old;
            }
            Inbox inbox = new Inbox(inboxId, card, old.createdAt(), store.now());
            inboxes.put(inboxId, inbox);
            store.changes().made();
            return inbox;
        }
    }

    /** Removes an inbox; its conversations move to the main one. */
    public void remove(String inboxId) {
        synchronized (store) {
            get(inboxId);
            conversations.touched().stream()
                    .filter(conversation -> inboxId.equals(conversation.inboxId()))
                    .forEach(conversation -> conversations.moveToInbox(conversation.sessionId(), null));
            inboxes.remove(inboxId);
            store.changes().made();
        }
    }

    /** Gives inboxes their places, all or, when one does not exist, none. */
    public void order(Map<String, Integer> orders) {
        synchronized (store) {
            orders.keySet().forEach(this::get);
            orders.forEach(
                    (inboxId, order) -> replace(inboxId, get(inboxId).card().withOrder(order)));
        }
    }
}
