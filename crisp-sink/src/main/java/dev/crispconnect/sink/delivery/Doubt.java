package dev.crispconnect.sink.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which records of an assignment may have been executed before it, by whoever had the partition: the first ones, up to the
 * bound that everybody keeps on what is executed but not committed. Each command that a look-up finds executed shows that
 * the one before us had come that far at least, and moves the end on.
 *
 * <p>Safe for use by many threads.
 */
public final class Doubt {

    private final int bound;
    private final Duration delay;
    private final AtomicLong end;
    private final AtomicReference<Long> readableNanos = new AtomicReference<>();
    private final LongAdder lookups = new LongAdder();
    private final LongAdder avoided = new LongAdder();

    /**
     * The doubt of a new assignment.
     *
     * @param bound how many records may be executed beyond what is committed; 0 for no doubt at all
     * @param delay how long what was accepted before may take to be readable
     */
    Doubt(int bound, Duration delay) {
        this.bound = bound;
        this.delay = delay;
        this.end = new AtomicLong(bound);
    }

    /** Whether the record after that many others of the assignment is in doubt. */
    boolean covers(long nth) {
        return nth < end.get();
    }

    /**
     * Whether what was accepted before can be read by now. Counts from when this was asked first, that is from the first
     * record: so there is time for others to arrive, which may prove something about it.
     */
    boolean isReadable(long nowNanos) {
        readableNanos.compareAndSet(null, nowNanos + delay.toNanos());
        return nowNanos - readableNanos.get() >= 0;
    }

    /** A look-up is spent. */
    void looked() {
        lookups.increment();
    }

    /** What would have been done again had been done. */
    void avoided() {
        avoided.increment();
    }

    /** This very record was executed before the assignment. */
    void proven(long nth) {
        end.accumulateAndGet(nth + 1 + bound, Math::max);
    }

    /** How many look-ups were spent. */
    public long lookups() {
        return lookups.sum();
    }

    /** How many times something was not done again because of them. */
    public long duplicatesAvoided() {
        return avoided.sum();
    }
}
