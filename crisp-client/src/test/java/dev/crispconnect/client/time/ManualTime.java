package dev.crispconnect.client.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that moves only when told to. Sleeping advances it and returns at once, so code that waits is tested instantly.
 *
 * <p>Safe for use by many threads.
 */
public final class ManualTime implements Time {

    private final List<Duration> slept = new ArrayList<>();
    private Instant now;
    private long nanos;
    private double fraction;

    /** Starts at a fixed moment, with a jitter of one half. */
    public ManualTime() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public ManualTime(Instant now) {
        this.now = now;
        this.fraction = 0.5;
    }

    /** Moves the wall clock and the monotonic clock on by the same span. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Makes the wall clock jump, in either direction; the monotonic clock stays. */
    public synchronized void jumpTo(Instant moment) {
        now = moment;
    }

    /** What {@link #fraction()} answers from now on, in {@code [0, 1)}. */
    public synchronized void setFraction(double newFraction) {
        fraction = newFraction;
    }

    /** Every sleep that was asked for, in order, zero and negative ones included. */
    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a sleep of " + duration);
        }
        slept.add(duration);
        if (!duration.isNegative()) {
            advance(duration);
        }
    }

    @Override
    public synchronized double fraction() {
        return fraction;
    }
}
