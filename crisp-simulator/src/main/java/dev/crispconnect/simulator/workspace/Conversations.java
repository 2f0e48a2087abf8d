package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.workspace.Conversation.Participant;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The conversations of a website and what the team may do to one of them (Crisp API reference, sections 3.3 and 3.4).
 * Every method that takes a session id throws {@link AbsentException} when there is no such conversation. A change is told
 * as an event (section 5.7); what changes nothing is not. Thread-safe.
 */
public final class Conversations {

    private final String websiteId;
    private final ConversationStore store;
    private final Ids ids;
    private final SessionEvents events;
    private final MetaChanges metaChanges;

    Conversations(String websiteId, ConversationStore store, Ids ids, SessionEvents events) {
        this.websiteId = websiteId;
        this.store = store;
        this.ids = ids;
        this.events = events;
        this.metaChanges = new MetaChanges(store.switches(), events);
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
        StoredConversation conversation = new StoredConversation(
                websiteId, ids.session(), Json.merged(MetaChanges.anonymous(), meta), store.now());
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

    /**
     * Those that were not made up by {@link Workspace#seed}, or were changed since, oldest first. All others are as seeding
     * makes them: in the main inbox, with a visitor who is not there.
     */
    public List<Conversation> touched() {
        return store.stored();
    }

    /** How many of them take up memory: those that are {@link #touched}. */
    public int touchedCount() {
        return store.storedCount();
    }

    /** All of them, empty ones too, oldest first. Makes up every one: not for a workspace of a million. */
    public List<Conversation> all() {
        return store.all();
    }

    /** Shows every one, empty ones too, the newest first. Nothing else happens to conversations meanwhile. */
    public void each(Consumer<? super Conversation> viewer) {
        store.each(viewer);
    }

    /** One page of the list. */
    public Page<Conversation> list(ConversationQuery query) {
        return store.list(query);
    }

    /** Opens the chat of a visitor who only browses so far. */
    public void initiate(String sessionId) {
        synchronized (store) {
            events.publish("session:request:initiated", store.read(sessionId));
        }
    }

    /** Removes it with its messages, for good. */
    public void remove(String sessionId) {
        synchronized (store) {
            StoredConversation conversation = store.read(sessionId);
            store.remove(sessionId);
            events.publish("session:removed", conversation);
        }
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

    /** Notes that an operator looks at it, or no longer does. No field of it tells. */
    public void setOpened(String sessionId, Website.Operator operator, boolean opened) {
        synchronized (store) {
            StoredConversation conversation = store.get(sessionId);
            if (conversation.aside().opened != opened) {
                conversation.aside().opened = opened;
                Map<String, Object> who = new LinkedHashMap<>();
                who.put("user_id", operator.userId());
                who.put("nickname", operator.nickname());
                who.put("avatar", null);
                events.publish(opened ? "session:set_opened" : "session:set_closed", conversation, "operator", who);
            }
        }
    }

    /** Assigns it to an operator, or to nobody when {@code userId} is null. */
    public Conversation assign(String sessionId, String userId) {
        return store.change(sessionId, Change.ROUTING, conversation -> {
            String previous = conversation.assignedTo;
            conversation.assignedTo = userId;
            return moved(conversation, "session:set_routing", "routing_id", previous, userId);
        });
    }

    /** Moves it to an inbox, or to the main one when {@code inboxId} is null. */
    public Conversation moveToInbox(String sessionId, String inboxId) {
        return store.change(sessionId, Change.INBOX, conversation -> {
            String previous = conversation.inboxId;
            conversation.inboxId = inboxId;
            return moved(conversation, "session:set_inbox", "inbox_id", previous, inboxId);
        });
    }

    /** Blocks or unblocks its visitor. */
    public Conversation block(String sessionId, boolean blocked) {
        return store.change(sessionId, Change.BLOCK, conversation -> {
            boolean changes = conversation.blocked != blocked;
            conversation.blocked = blocked;
            if (changes) {
                events.publish("session:set_block", conversation, "is_blocked", blocked);
            }
            return changes;
        });
    }

    /** Replaces who else takes part. */
    public Conversation setParticipants(String sessionId, List<Participant> participants) {
        return store.change(sessionId, Change.PARTICIPANTS, conversation -> {
            boolean changes = !conversation.participants.equals(participants);
            conversation.participants = List.copyOf(participants);
            if (changes) {
                events.publish(
                        "session:set_participants",
                        conversation,
                        "participants",
                        participants.stream().map(Participant::wire).toList());
            }
            return changes;
        });
    }

    /** Replaces which operators were mentioned, by user_id. */
    public Conversation setMentions(String sessionId, List<String> userIds) {
        return store.change(sessionId, Change.MENTIONS, conversation -> {
            List<String> before = conversation.mentions;
            conversation.mentions = List.copyOf(userIds);
            return events.mentions(conversation, before);
        });
    }

    /** Sets what it is about, as the server finds out. */
    public Conversation setTopic(String sessionId, String topic) {
        return store.change(sessionId, Change.TOPIC, conversation -> {
            boolean changes = !Objects.equals(conversation.topic, topic);
            conversation.topic = topic;
            if (changes) {
                events.publish("session:sync:topic", conversation, "topic", topic);
            }
            return changes;
        });
    }

    /** Binds it to a profile, or to none when {@code peopleId} is null. */
    Conversation bindProfile(String sessionId, String peopleId) {
        return store.change(sessionId, Change.META, conversation -> {
            boolean changes = !Objects.equals(conversation.peopleId, peopleId);
            conversation.peopleId = peopleId;
            return changes;
        });
    }

    /** Changes what {@code patch} names of its meta: each field as a whole, {@code data} as the rules say. */
    public Conversation changeMeta(String sessionId, Map<String, Object> patch) {
        return store.change(sessionId, Change.META, conversation -> metaChanges.apply(conversation, patch));
    }

    private boolean moved(StoredConversation conversation, String event, String field, String from, String to) {
        if (Objects.equals(from, to)) {
            return false;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(field, to);
        fields.put("previous_" + field, from);
        events.publish(event, conversation, fields);
        return true;
    }
}
