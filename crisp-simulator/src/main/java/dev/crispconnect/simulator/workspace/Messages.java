package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.StateAfterMessage;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The messages of a website's conversations (Crisp API reference, sections 3.8 to 3.10). Every method throws
 * {@link AbsentException} when the conversation, or the message it names, does not exist. Thread-safe.
 */
public final class Messages {

    private final ConversationStore store;
    private final MessageEvents events;
    private final MessageMaker maker;

    Messages(ConversationStore store, MessageEvents events, MessageMaker maker) {
        this.store = store;
        this.events = events;
        this.maker = maker;
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

    /** The message, if the conversation has one with that fingerprint: of twins the one that arrived last. */
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

    /** The raw source of a message, by the {@code original_id} that the message names. It goes when the message goes. */
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
            return maker.freshFingerprint(store.read(sessionId));
        }
    }

    /**
     * Checks that a message with this fingerprint would be taken.
     *
     * @throws TakenException when the fingerprint is in use and the switch refuses a second one
     */
    public void requireAcceptable(String sessionId, long fingerprint) {
        boolean refuses = repeated() == RepeatedFingerprint.REFUSE;
        if (find(sessionId, fingerprint).isPresent() && refuses) {
            throw new TakenException("data.fingerprint", true);
        }
    }

    /**
     * Stores a message and does to the conversation what it does. Tells {@code message:send} or {@code message:received},
     * then the state if it moves it and the mentions if it adds some; of a repeated fingerprint only what it changes.
     *
     * @return the message that now has the fingerprint: by the switch, maybe an earlier one
     * @throws TakenException when the fingerprint is in use and the switch refuses a second one
     */
    public Message send(String sessionId, MessageDraft draft) {
        synchronized (store) {
            StoredConversation conversation = store.get(sessionId);
            long fingerprint = draft.fingerprint() == null ? maker.freshFingerprint(conversation) : draft.fingerprint();
            Optional<Message> taken = conversation.messages().find(fingerprint);
            return taken.isPresent()
                    ? sendAgain(conversation, taken.get(), draft)
                    : add(conversation, draft, fingerprint);
        }
    }

    /** Puts new content in place of a message's old one, marks it as edited and tells {@code message:updated}. */
    public Message edit(String sessionId, long fingerprint, Object content) {
        return rewrite(sessionId, fingerprint, old -> old.edited(old.type(), content));
    }

    /** As {@link #edit}, for the visitor who answers a picker or a field: the message does not count as edited. */
    Message answer(String sessionId, long fingerprint, Function<Message, Object> content) {
        return rewrite(sessionId, fingerprint, old -> old.answered(content.apply(old)));
    }

    /**
     * Adds the previews of what a message links to, as the server does some time after it was sent. No event tells of them.
     *
     * @param previews by the names on the wire
     */
    public Message preview(String sessionId, long fingerprint, List<Map<String, Object>> previews) {
        synchronized (store) {
            Message message = get(sessionId, fingerprint);
            Message previewed = message.with("preview", previews);
            store.get(sessionId).messages().replace(message, previewed);
            store.changes().made();
            return previewed;
        }
    }

    /** Removes a message and tells {@code message:removed}; it leaves no trace in the list. */
    public void remove(String sessionId, long fingerprint) {
        synchronized (store) {
            Message message = get(sessionId, fingerprint);
            store.change(sessionId, Change.MESSAGE_REMOVAL, conversation -> {
                conversation.messages().remove(message);
                maker.forgetOriginal(conversation, message);
                Turns.removed(conversation, message);
                events.removed(conversation, message);
                return true;
            });
        }
    }

    /**
     * One side types or stops typing. Tells {@code message:compose:send} or {@code message:compose:receive}. A message of
     * that side ends it without an event.
     *
     * @param from the side that types
     */
    public void compose(String sessionId, Side from, Typing typing) {
        store.change(sessionId, Change.COMPOSE, conversation -> {
            Typing completed = typing.completed(maker.author(conversation, from), store.now());
            conversation.types(from, completed);
            events.typing(conversation, from, completed);
            return true;
        });
    }

    private Message sendAgain(StoredConversation conversation, Message first, MessageDraft second) {
        return switch (repeated()) {
            case KEEP_FIRST -> first;
            case OVERWRITE ->
                rewrite(
                        conversation.sessionId,
                        first.fingerprint(),
                        old -> old.edited(second.type(), second.content()));
            case TWIN -> add(conversation, second, first.fingerprint());
            case REFUSE -> throw new TakenException("data.fingerprint", true);
        };
    }

    private Message add(StoredConversation conversation, MessageDraft draft, long fingerprint) {
        Message message = maker.message(conversation, draft, fingerprint);
        boolean follows = store.switches().get(WorkspaceSwitch.STATE_AFTER_MESSAGE) == StateAfterMessage.FOLLOWS;
        store.change(conversation.sessionId, Change.MESSAGE, changed -> {
            State before = changed.state;
            List<String> mentioned = changed.mentions;
            changed.messages().add(message);
            changed.types(message.from(), null);
            changed.heard(message, follows);
            changed.mentioned(message);
            events.stored(changed, message);
            events.state(changed, before);
            events.mentions(changed, mentioned);
            return true;
        });
        return message;
    }

    private Message rewrite(String sessionId, long fingerprint, UnaryOperator<Message> change) {
        synchronized (store) {
            Message old = get(sessionId, fingerprint);
            Message rewritten = change.apply(old);
            store.change(sessionId, Change.MESSAGE_EDIT, conversation -> {
                conversation.messages().replace(old, rewritten);
                if (old.isTalk() != rewritten.isTalk()) {
                    Turns.count(conversation);
                }
                events.updated(conversation, rewritten);
                return true;
            });
            return rewritten;
        }
    }

    private RepeatedFingerprint repeated() {
        return store.switches().get(WorkspaceSwitch.REPEATED_FINGERPRINT);
    }
}
