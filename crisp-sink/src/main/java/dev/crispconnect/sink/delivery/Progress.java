package dev.crispconnect.sink.delivery;

import java.time.Duration;
import java.util.TreeMap;

/**
 * How far one partition has come while it is assigned to this task. A new assignment is a new instance, so what arrives
 * late for an older one is told apart by identity.
 *
 * <p>Records are counted in the order in which they come, which is the same for everybody who reads the partition from the
 * same offset. So a bound on how many may be executed beyond the committed offset tells whoever comes after us which ones
 * we may have executed.
 *
 * <p>Confined to the task's thread, but for {@link #doubt}, which is safe for use by many, and for being passed around.
 */
public final class Progress {

    private static final long NOTHING_SEEN = -1;

    private final int bound;
    private final Doubt doubt;
    private final TreeMap<Long, Long> outstanding = new TreeMap<>();
    private long highestSeen = NOTHING_SEEN;
    private long taken;
    private long told;
    private long committed;
    private boolean closed;

    /**
     * The progress of a new assignment.
     *
     * @param bound how many records may be executed beyond what is committed; 0 for any number
     * @param lookupDelay how long what Crisp accepted may take to be readable
     */
    public Progress(int bound, Duration lookupDelay) {
        this.bound = bound;
        this.doubt = new Doubt(bound, lookupDelay);
    }

    /**
     * Takes a record in.
     *
     * @return false when it was taken in before and thus is in flight or has an outcome: a batch that came again
     */
    public boolean begin(long offset) {
        if (offset <= highestSeen) {
            return false;
        }
        highestSeen = offset;
        outstanding.put(offset, taken++);
        return true;
    }

    /** How many records were taken in before the one that was taken in last. */
    public long nth() {
        return taken - 1;
    }

    /**
     * Whether the record after that many others may be executed yet: it is within the bound, and it is not too early to find
     * out whether it was executed before.
     */
    public boolean mayExecute(long nth, long nowNanos) {
        boolean within = bound == 0 || nth < committed + bound;
        return within && (!doubt.covers(nth) || doubt.isReadable(nowNanos));
    }

    /** The record has its outcome. */
    public void done(long offset) {
        outstanding.remove(offset);
    }

    /** How many records have no outcome yet. */
    public int outstanding() {
        return outstanding.size();
    }

    /**
     * The offset that may be committed: everything below it has an outcome. A worker asks for the next one only when it has
     * stored the one before, so that one counts as committed from now on.
     *
     * @param consumed the consumer's position. It passes the highest record when later ones were filtered out, and stays
     *     behind the records of a batch that failed; a worker passes over what lies beyond it
     */
    public long committable(long consumed) {
        committed = told;
        long first = outstanding.isEmpty() ? highestSeen + 1 : outstanding.firstKey();
        if (consumed < first) {
            return consumed;
        }
        told = frontier();
        return outstanding.isEmpty() ? consumed : first;
    }

    /** Whether more could be committed than the worker was told. */
    public boolean isUntold() {
        return frontier() > told;
    }

    /** Whether so much waits for being committed that the bound may soon hold records back, and committing would help. */
    public boolean isPressing() {
        return bound > 0 && frontier() > committed && taken - committed > bound / 2;
    }

    /** Which of its records may have been executed before. */
    public Doubt doubt() {
        return doubt;
    }

    /** Whether every record that was in doubt has its outcome. */
    public boolean isPastDoubt() {
        return !doubt.covers(frontier());
    }

    /** The partition was taken away: nothing counts any more. */
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    /** How many records lie before the first one that has no outcome. */
    private long frontier() {
        return outstanding.isEmpty() ? taken : outstanding.firstEntry().getValue();
    }
}
