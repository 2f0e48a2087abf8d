package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.StateAfterMessage;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of a website's conversations (Crisp API reference, sections 3.8 to 3.10). Every method throws
 * {@link AbsentException} when the conversation, or the message it names, does not exist. Thread-safe.
 */
public final class Messages {

    private final ConversationStore store;
    private final Ids ids;
    private final String team;
    private final SessionEvents events;

    Messages(ConversationStore store, Ids ids, String team, SessionEvents events) {
        this.store = store;
        this.ids = ids;
        this.team = team;
        this.events = events;
    }

    /** All messages of a conversation by the time they carry, oldest first. */
    public List<Message> of(String sessionId) {
        synchronized (store) {
            return List.copyOf(store.read(sessionId).messages().all());
        }
    }

    /** One batch of a conversation's messages. */
    public MessageWindow.Batch batch(String sessionId, MessageWindow window) {
        synchronized (store) {
            return window.of(store.read(sessionId).messages().all());
        }
    }

    /** The message, if the conversation has one with that fingerprint. */
    public Optional<Message> find(String sessionId, long fingerprint) {
        synchronized (store) {
            return store.read(sessionId).messages().find(fingerprint);
        }
    }

    /** The message with that fingerprint. */
    public Message get(String sessionId, long fingerprint) {
        return find(sessionId, fingerprint)
                .orElseThrow(() -> new AbsentException(Kind.MESSAGE, Long.toString(fingerprint)));
    }

    /** The raw source of a message, by the {@code original_id} that the message names. */
    public Original original(String sessionId, String originalId) {
        synchronized (store) {
            Original original = store.read(sessionId).originals.get(originalId);
            if (original == null) {
                throw new AbsentException(Kind.ORIGINAL, originalId);
            }
            return original;
        }
    }

    /** A fingerprint that the conversation does not use yet, as the server makes them. */
    public long freshFingerprint(String sessionId) {
        synchronized (store) {
            MessageLog messages = store.read(sessionId).messages();
            long fingerprint = ids.fingerprint(store.now());
            while (messages.find(fingerprint).isPresent()) {
                fingerprint = ids.fingerprint(store.now());
            }
            return fingerprint;
        }
    }

    /**
     * Checks that a message with this fingerprint would be taken.
     *
     * @throws TakenException when the fingerprint is in use and the rules refuse a second one
     */
    public void requireAcceptable(String sessionId, long fingerprint) {
        boolean refuses = repeated() == RepeatedFingerprint.REFUSE;
        if (find(sessionId, fingerprint).isPresent() && refuses) {
            throw new TakenException("data.fingerprint", true);
        }
    }

    /**
     * Stores a message and does to the conversation what it does.
     *
     * @return the message that now has the fingerprint: by the rules, maybe an earlier one
     * @throws TakenException when the fingerprint is in use and the rules refuse a second one
     */
    public Message send(String sessionId, MessageDraft draft) {
        synchronized (store) {
            StoredConversation conversation = store.get(sessionId);
            long fingerprint = draft.fingerprint() == null ? freshFingerprint(sessionId) : draft.fingerprint();
            requireAcceptable(sessionId, fingerprint);
            Optional<Message> taken = conversation.messages().find(fingerprint);
            if (taken.isPresent() && repeated() != RepeatedFingerprint.TWIN) {
                return repeated() == RepeatedFingerprint.OVERWRITE
                        ? edit(sessionId, fingerprint, draft.content())
                        : taken.get();
            }
            Message message = stored(conversation, draft, fingerprint);
            store.change(sessionId, Change.MESSAGE, changed -> {
                State before = changed.state;
                changed.messages().add(message);
                changed.heard(message, stateFollows());
                events.state(changed, before);
                List<String> mentioned = changed.mentions;
                changed.mentioned(message);
                events.mentions(changed, mentioned);
                return true;
            });
            return message;
        }
    }

    /** Puts new content in place of a message's old one and marks it as edited. */
    public Message edit(String sessionId, long fingerprint, Object content) {
        synchronized (store) {
            Message old = get(sessionId, fingerprint);
            Message edited = old.withContent(Json.frozenValue(content));
            replace(sessionId, Change.MESSAGE_EDIT, old, edited);
            return edited;
        }
    }

    /** Removes a message; it leaves no trace in the list. */
    public void remove(String sessionId, long fingerprint) {
        synchronized (store) {
            Message message = get(sessionId, fingerprint);
            store.change(sessionId, Change.MESSAGE_REMOVAL, conversation -> {
                conversation.messages().remove(message);
                return true;
            });
        }
    }

    /**
     * Marks messages of one side as read on a channel.
     *
     * @param from the side whose messages are marked
     * @param origin the channel; empty marks them unread
     * @param fingerprints which ones; empty for all
     */
    public void markRead(String sessionId, Side from, String origin, Collection<Long> fingerprints) {
        store.change(sessionId, Change.READ_MARK, conversation -> {
            boolean marked = conversation
                    .messages()
                    .markRead(
                            origin,
                            message -> message.from() == from
                                    && (fingerprints.isEmpty() || fingerprints.contains(message.fingerprint())));
            if (marked) {
                count(conversation, from);
            }
            return marked;
        });
    }

    private static void count(StoredConversation conversation, Side from) {
        int unread = (int) conversation.messages().all().stream()
                .filter(message -> message.from() == from && message.read().isEmpty())
                .filter(message ->
                        !message.type().equals("note") && !message.type().equals("event"))
                .count();
        if (from == Side.USER) {
            conversation.unreadOperator = unread;
        } else {
            conversation.unreadVisitor = unread;
        }
    }

    private void replace(String sessionId, Change change, Message old, Message replacement) {
        store.change(sessionId, change, conversation -> {
            conversation.messages().replace(old, replacement);
            return true;
        });
    }

    private RepeatedFingerprint repeated() {
        return store.switches().get(WorkspaceSwitch.REPEATED_FINGERPRINT);
    }

    private boolean stateFollows() {
        return store.switches().get(WorkspaceSwitch.STATE_AFTER_MESSAGE) == StateAfterMessage.FOLLOWS;
    }

    private Message stored(StoredConversation conversation, MessageDraft draft, long fingerprint) {
        Instant timestamp = draft.timestamp() == null ? store.now() : draft.timestamp();
        return new Message(
                conversation.websiteId,
                conversation.sessionId,
                fingerprint,
                draft.type(),
                draft.from(),
                draft.origin(),
                draft.content(),
                draft.mentions(),
                "",
                "",
                false,
                timestamp,
                draft.user() == null ? author(conversation, draft.from()) : draft.user(),
                extra(conversation, draft, timestamp));
    }

    /** What was sent as original is kept, and the message refers to it. */
    private Map<String, Object> extra(StoredConversation conversation, MessageDraft draft, Instant timestamp) {
        if (!(draft.extra().get("original") instanceof Map<?, ?> source)) {
            return draft.extra();
        }
        Original original = new Original(
                conversation.websiteId,
                conversation.sessionId,
                ids.uuid(),
                (String) source.get("type"),
                Map.of(),
                (String) source.get("content"),
                timestamp);
        conversation.keep(original);
        Map<String, Object> extra = new LinkedHashMap<>(draft.extra());
        extra.put("original", Map.of("original_id", original.originalId()));
        return Collections.unmodifiableMap(extra);
    }

    private Author author(StoredConversation conversation, Side from) {
        return from == Side.USER
                ? new Author("website", conversation.sessionId, (String) conversation.meta.get("nickname"), null)
                : new Author("website", null, team, null);
    }
}
