package dev.crispconnect.sink.delivery;

import java.util.TreeSet;

/**
 * How far one partition has come while it is assigned to this task. A new assignment is a new instance, so what arrives
 * late for an older one is told apart by identity. Pure. Confined to the task's thread, but for being passed around.
 */
public final class Progress {

    private static final long NOTHING_SEEN = -1;

    private final TreeSet<Long> outstanding = new TreeSet<>();
    private long highestSeen = NOTHING_SEEN;
    private boolean closed;

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
        outstanding.add(offset);
        return true;
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
     * The offset that may be committed: everything below it has an outcome.
     *
     * @param consumed the consumer's position. It passes the highest record when later ones were filtered out, and stays
     *     behind the records of a batch that failed; a worker passes over what lies beyond it
     */
    public long committable(long consumed) {
        return outstanding.isEmpty() ? consumed : Math.min(consumed, outstanding.first());
    }

    /** The partition was taken away: nothing counts any more. */
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }
}
