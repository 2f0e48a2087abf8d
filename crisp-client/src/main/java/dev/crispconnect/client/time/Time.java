package dev.crispconnect.client.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/**
 * The one source of time, waiting and chance. Everything else takes it by constructor, so that tests move time by hand.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface Time {

    /** The wall clock, in UTC. May jump; use it for values that leave the process, never for measuring. */
    Instant now();

    /** Nanoseconds since an arbitrary moment. Never goes back; only differences mean something. */
    long nanoTime();

    /**
     * Waits.
     *
     * @param duration how long; zero or negative returns at once
     * @throws InterruptedException when the waiting thread was interrupted
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits until a condition is signalled or the time has passed, like {@link Condition#awaitNanos}, whose lock the caller
     * holds and whose rules apply: it may return early, so it is called in a loop.
     *
     * @return an estimate of the nanoseconds left; zero or less when there are none
     * @throws InterruptedException when the waiting thread was interrupted
     */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    default long await(Condition changed, long nanos) throws InterruptedException {
        return changed.awaitNanos(nanos);
    }

    /** A fraction in {@code [0, 1)}, evenly distributed: the jitter of a backoff. */
    double fraction();
}
