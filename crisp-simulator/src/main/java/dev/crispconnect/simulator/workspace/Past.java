package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A made-up past: conversations of which nothing is kept but whether they are still untouched, one bit for each order they
 * are listed in. Guarded by its store.
 */
final class Past {

    // how many messages the conversations that are kept for a moment may have together
    private static final int KEPT_MESSAGES = 20_000;
    private static final int MOST_KEPT = 4_096;

    private final int size;
    private final long touchesBefore;
    private final int messages;
    private final PastTimes times;
    private final PastConversations conversations;
    private final RankedBits created;
    private final RankedBits updated;
    private final RankedBits pending;
    private final Map<PastKind, RankedBits> byKind = new EnumMap<>(PastKind.class);
    // those that were made up last: who reads them again gets the same objects
    private final StoredConversation[] kept;

    /**
     * @param size how many conversations
     * @param messages how many each of them has
     * @param touchesBefore how many touches the workspace had seen before they came
     */
    Past(int size, int messages, long touchesBefore, PastTimes times, PastConversations conversations) {
        this.size = size;
        this.messages = messages;
        this.touchesBefore = touchesBefore;
        this.times = times;
        this.conversations = conversations;
        this.created = new RankedBits(size, number -> true);
        this.updated = new RankedBits(size, rank -> true);
        this.pending = new RankedBits(size, number -> kind(times.rank(number)) == PastKind.PENDING);
        for (PastKind kind : PastKind.values()) {
            byKind.put(kind, new RankedBits(size, rank -> kind(rank) == kind));
        }
        this.kept = new StoredConversation[Math.max(1, Math.min(MOST_KEPT, KEPT_MESSAGES / Math.max(1, messages)))];
    }

    /** How many it was made with. */
    int size() {
        return size;
    }

    /** How many are left. */
    int left() {
        return created.size();
    }

    PastTimes times() {
        return times;
    }

    /** Whether the conversation of that number is still untouched. */
    boolean has(long number) {
        return number >= 0 && number < size && created.contains((int) number);
    }

    /** The conversation of that number, made up for the moment: to be read, not to be changed. */
    StoredConversation conversation(int number) {
        int slot = number % kept.length;
        long touches = touches(times.rank(number));
        StoredConversation conversation = kept[slot];
        if (conversation == null || conversation.touches != touches) {
            conversation = conversations.conversation(number);
            conversation.touches = touches;
            kept[slot] = conversation;
        }
        return conversation;
    }

    ConversationTraits traits(int number) {
        return conversations.traits(number);
    }

    /** From now on the conversation of that number is no part of it. */
    void leave(int number) {
        int rank = times.rank(number);
        kept[number % kept.length] = null;
        created.remove(number);
        updated.remove(rank);
        pending.remove(number);
        byKind.get(kind(rank)).remove(rank);
    }

    /** By rank in the order of update; see {@link StoredConversation#touches}. */
    long touches(int rank) {
        return touchesBefore + 1 + rank;
    }

    List<Run> runs(ListOrder order, boolean includeEmpty) {
        if (messages == 0 && !includeEmpty) {
            return List.of();
        }
        return switch (order) {
            case STATUS -> byStatus();
            case UPDATED -> List.of(new PastRun(this, updated, 0, true));
            case CREATED -> List.of(new PastRun(this, created, 0, false));
            case WAITING -> waiting();
        };
    }

    private List<Run> byStatus() {
        List<Run> runs = new ArrayList<>();
        byKind.forEach((kind, left) -> runs.add(new PastRun(this, left, kind.state.status(), true)));
        return runs;
    }

    private List<Run> waiting() {
        return messages == 0
                ? List.of()
                : List.of(
                        new PastRun(this, byKind.get(PastKind.WAITING), 0, true), new PastRun(this, pending, 0, false));
    }

    private PastKind kind(int rank) {
        return PastKind.of(rank, messages);
    }
}
