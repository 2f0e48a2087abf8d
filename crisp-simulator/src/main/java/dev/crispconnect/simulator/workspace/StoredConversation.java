package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Conversation.Identity identity = Conversation.Identity.UNKNOWN;
    boolean online;
    Instant lastActive;
    int unreadOperator;
    int unreadVisitor;
    String assignedTo;
    List<Conversation.Participant> participants = List.of();
    List<String> mentions = List.of();
    String topic;
    Map<String, Object> meta;
    Instant updatedAt;
    Instant waitingSince;
    Map<Side, Typing> typing = Map.of();
    Map<String, Original> originals = Map.of();
    long touches;

    private Aside aside;
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

    Aside aside() {
        if (aside == null) {
            aside = new Aside();
        }
        return aside;
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

    /** Adds who a note mentions. */
    void mentioned(Message message) {
        if (!mentions.containsAll(message.mentions())) {
            Set<String> all = new LinkedHashSet<>(mentions);
            all.addAll(message.mentions());
            mentions = List.copyOf(all);
        }
    }

    private Conversation newSnapshot() {
        Message newest = messages.newest().orElse(null);
        return new Conversation(
                websiteId,
                sessionId,
                inboxId,
                peopleId,
                state,
                blocked,
                identity,
                new Conversation.Presence(online, lastActive),
                newest == null ? null : preview(newest),
                unreadOperator,
                unreadVisitor,
                assignedTo,
                participants,
                mentions,
                topic,
                meta,
                createdAt,
                updatedAt,
                waitingSince,
                typing);
    }

    private static Conversation.Preview preview(Message newest) {
        return new Conversation.Preview(
                newest.type(), newest.from(), Excerpt.of(newest, EXCERPT_LENGTH), newest.fingerprint());
    }
}
