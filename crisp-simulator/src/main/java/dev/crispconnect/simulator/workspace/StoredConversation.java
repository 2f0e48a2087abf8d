package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A conversation and its messages as they change. Guarded by its {@link ConversationStore}. */
final class StoredConversation {

    private static final int EXCERPT_LENGTH = 100;

    final String websiteId;
    final String sessionId;
    final Instant createdAt;
    final Map<ListOrder, ListOrder.Place> places = new EnumMap<>(ListOrder.class);
    private final MessageLog messages = new MessageLog();

    String inboxId;
    String peopleId;
    State state = State.PENDING;
    boolean blocked;
    Instant lastActive;
    int unreadOperator;
    int unreadVisitor;
    String assignedTo;
    Map<String, Object> meta;
    Instant updatedAt;
    Instant waitingSince;
    Map<Side, Typing> typing = Map.of();
    Map<String, Original> originals = Map.of();
    long touches;

    private Conversation snapshot;

    StoredConversation(String websiteId, String sessionId, Map<String, Object> meta, Instant createdAt) {
        this.websiteId = websiteId;
        this.sessionId = sessionId;
        this.meta = meta;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    MessageLog messages() {
        return messages;
    }

    void changed() {
        snapshot = null;
    }

    Conversation snapshot() {
        if (snapshot == null) {
            snapshot = newSnapshot();
        }
        return snapshot;
    }

    /** What a message that was just stored does to unread counters, waiting date and, when asked, the state. */
    void heard(Message message, boolean stateFollows) {
        Turns.arrived(this, message, stateFollows);
    }

    /** @param now null when nothing is known of that side any more */
    void types(Side side, Typing now) {
        if (now == null && !typing.containsKey(side)) {
            return;
        }
        Map<Side, Typing> sides = new EnumMap<>(Side.class);
        sides.putAll(typing);
        sides.remove(side);
        if (now != null) {
            sides.put(side, now);
        }
        typing = Collections.unmodifiableMap(sides);
    }

    void keep(Original original) {
        if (originals.isEmpty()) {
            originals = new HashMap<>();
        }
        originals.put(original.originalId(), original);
    }

    private Conversation newSnapshot() {
        Message newest = messages.newest().orElse(null);
        String excerpt = newest == null ? null : Excerpt.of(newest, EXCERPT_LENGTH);
        return new Conversation(
                websiteId,
                sessionId,
                inboxId,
                peopleId,
                state,
                blocked,
                lastActive,
                excerpt,
                newest == null
                        ? null
                        : new Conversation.Preview(newest.type(), newest.from(), excerpt, newest.fingerprint()),
                unreadOperator,
                unreadVisitor,
                assignedTo,
                meta,
                createdAt,
                updatedAt,
                waitingSince,
                typing);
    }
}
