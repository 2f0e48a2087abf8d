package dev.crispconnect.simulator.workspace;

import java.time.Duration;
import java.time.Instant;

/**
 * When what happened in a made-up past, by arithmetic alone. Conversations have two numbers: their own in the order of
 * creation, and their rank in the order of update. The two orders differ: among conversations that were created within about
 * two hours of each other, any may be the last to be updated. Nothing lies in the future, and {@link #created} and
 * {@link #updated} never fall.
 */
final class PastTimes {

    private static final long PAST = Duration.ofDays(90).toMillis();
    private static final long WINDOW = Duration.ofHours(2).toMillis();
    private static final long LONGEST_WINDOW = 4_096;
    // longer than a window, so that whatever rank a conversation gets it is updated after it was created
    private static final long LAG = Duration.ofHours(3).toMillis();

    private final long now;
    private final int conversations;
    private final int messages;
    private final long spacing;
    private final int windowBits;
    private final Chance jitter;
    private final Chance pauses;
    private final Chance mixing;

    /**
     * @param now when the past ends
     * @param conversations how many
     * @param messages how many in each
     */
    PastTimes(Instant now, int conversations, int messages, Chance chance) {
        this.now = now.toEpochMilli();
        this.conversations = conversations;
        this.messages = messages;
        this.spacing = PAST / Math.max(1, conversations);
        long window = Math.max(1, Math.min(LONGEST_WINDOW, WINDOW / Math.max(1, spacing)));
        this.windowBits = 63 - Long.numberOfLeadingZeros(window);
        this.jitter = chance.of(1);
        this.pauses = chance.of(2);
        this.mixing = chance.of(3);
    }

    /** When a conversation was created, in milliseconds. */
    long created(long number) {
        return now - PAST + spacing * number + PAST % conversations * number / conversations;
    }

    /** When the conversation of that rank was updated: when its last message was written. */
    long updated(int rank) {
        if (messages < 2) {
            return created(rank);
        }
        long started = created(rank) + Math.floorMod(jitter.bits(rank), Math.max(1, Math.min(spacing, WINDOW)));
        // the youngest have not had the time
        return Math.min(started + LAG, (started + now) / 2);
    }

    /** From a conversation's number to its rank, and from the rank to the number. */
    int rank(int number) {
        int window = number >>> windowBits;
        long end = (window + 1L) << windowBits;
        boolean mixed = messages > 1 && end <= conversations && created(end) + 2 * LAG <= now;
        return mixed ? number ^ (int) (mixing.bits(window) & ((1L << windowBits) - 1)) : number;
    }

    /** When a message was written; {@code index} from 0 and below the number of messages. */
    long written(int number, int index) {
        long created = created(number);
        if (index == 0) {
            return created;
        }
        long span = updated(rank(number)) - created;
        if (index == messages - 1) {
            return created + span;
        }
        long pause = Math.max(1, span / (messages - 1));
        long chance = Math.floorMod(pauses.bits(((long) number << Integer.SIZE) | index), pause);
        return created + span * index / (messages - 1) + chance;
    }
}
