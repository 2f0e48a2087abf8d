package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DataChange;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The conversations of a website and what may be done to one of them (Crisp API reference, sections 3.3 and 3.4).
 * Every method that takes a session id throws {@link AbsentException} when there is no such conversation. Thread-safe.
 */
public final class Conversations {

    private final String websiteId;
    private final ConversationStore store;
    private final Ids ids;
    private final SessionEvents events;

    Conversations(String websiteId, ConversationStore store, Ids ids, SessionEvents events) {
        this.websiteId = websiteId;
        this.store = store;
        this.ids = ids;
        this.events = events;
    }

    ConversationStore store() {
        return store;
    }

    /** A new conversation of nobody in particular: pending and empty. */
    public Conversation start() {
        return start(Map.of());
    }

    /** A new conversation with this in its meta, by the names on the wire. */
    public Conversation start(Map<String, Object> meta) {
        StoredConversation conversation =
                new StoredConversation(websiteId, ids.session(), Json.merged(anonymous(), meta), store.now());
        store.add(conversation);
        return find(conversation.sessionId).orElseThrow();
    }

    /** The conversation, if there is one. */
    public Optional<Conversation> find(String sessionId) {
        synchronized (store) {
            return store.find(sessionId).map(StoredConversation::snapshot);
        }
    }

    /** The conversation as it stands now. */
    public Conversation get(String sessionId) {
        synchronized (store) {
            return store.read(sessionId).snapshot();
        }
    }

    /** How many there are, empty ones too. */
    public long count() {
        return store.count();
    }

    /** How many of them take up memory: those that were not made up by {@link Workspace#seed}, or were changed since. */
    public int storedCount() {
        return store.storedCount();
    }

    /** All of them, empty ones too, oldest first. Makes up every one: not for a workspace of a million. */
    public List<Conversation> all() {
        return store.all();
    }

    /** One page of the list. */
    public Page<Conversation> list(ConversationQuery query) {
        return store.list(query);
    }

    /** Removes it with its messages, for good. */
    public void remove(String sessionId) {
        store.remove(sessionId);
    }

    /** Sets its state. Nobody waits any more in a resolved one. */
    public Conversation setState(String sessionId, State state) {
        return store.change(sessionId, Change.STATE, conversation -> {
            State before = conversation.state;
            conversation.state = state;
            if (state == State.RESOLVED) {
                conversation.waitingSince = null;
            }
            events.state(conversation, before);
            return before != state;
        });
    }

    /** Assigns it to an operator, or to nobody when {@code userId} is null. */
    public Conversation assign(String sessionId, String userId) {
        return store.change(sessionId, Change.ROUTING, conversation -> {
            boolean changes = !Objects.equals(conversation.assignedTo, userId);
            conversation.assignedTo = userId;
            return changes;
        });
    }

    /** Moves it to an inbox, or to the main one when {@code inboxId} is null. */
    public Conversation moveToInbox(String sessionId, String inboxId) {
        return store.change(sessionId, Change.INBOX, conversation -> {
            boolean changes = !Objects.equals(conversation.inboxId, inboxId);
            conversation.inboxId = inboxId;
            return changes;
        });
    }

    /** Blocks or unblocks its visitor. */
    public Conversation block(String sessionId, boolean blocked) {
        return store.change(sessionId, Change.BLOCK, conversation -> {
            boolean changes = conversation.blocked != blocked;
            conversation.blocked = blocked;
            return changes;
        });
    }

    /** Binds it to a profile. */
    public Conversation bindProfile(String sessionId, String peopleId) {
        return store.change(sessionId, Change.META, conversation -> {
            boolean changes = !Objects.equals(conversation.peopleId, peopleId);
            conversation.peopleId = peopleId;
            return changes;
        });
    }

    /** Changes what {@code patch} names of its meta: each field as a whole, {@code data} as the rules say. */
    public Conversation changeMeta(String sessionId, Map<String, Object> patch) {
        return store.change(sessionId, Change.META, conversation -> {
            Map<String, Object> meta = new LinkedHashMap<>(conversation.meta);
            meta.putAll(patch);
            boolean merges = store.switches().get(WorkspaceSwitch.DATA_CHANGE) == DataChange.MERGE;
            if (merges && patch.get("data") instanceof Map<?, ?> data) {
                meta.put("data", Json.merged((Map<?, ?>) conversation.meta.getOrDefault("data", Map.of()), data));
            }
            boolean changes = !meta.equals(conversation.meta);
            conversation.meta = Json.frozen(meta);
            return changes;
        });
    }

    private static Map<String, Object> anonymous() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("nickname", "anonymous");
        meta.put("email", "");
        meta.put("phone", "");
        meta.put("address", "");
        meta.put("subject", "");
        meta.put("origin", "chat");
        meta.put("ip", "");
        meta.put("avatar", "");
        meta.put("data", Map.of());
        meta.put("segments", List.of());
        meta.put("device", Map.of("geolocation", Map.of()));
        return meta;
    }
}
