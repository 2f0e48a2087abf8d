package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every call of a task passes. Holds calls back while the token is throttled, and tells the operator once per streak
 * of trouble.
 *
 * <p>Safe for use by many threads: all state is in the two atomics.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Backoff backoff;
    private final Time time;
    private final AtomicReference<Pause> pause = new AtomicReference<>(Pause.NONE);
    private final AtomicBoolean trouble = new AtomicBoolean();

    Gate(Backoff backoff, Time time) {
        this.backoff = backoff;
        this.time = time;
    }

    /** Lets the caller pass, or tells how long to wait before asking again: zero when it may send its call now. */
    Duration pass() {
        while (true) {
            Pause current = pause.get();
            long now = time.nanoTime();
            long wait = current.waitNanos(now);
            if (wait > 0) {
                return Duration.ofNanos(wait);
            }
            if (pause.compareAndSet(current, current.passed(now))) {
                return Duration.ZERO;
            }
        }
    }

    /** A call was throttled. */
    void throttled(CrispException.Throttled refusal) {
        long now = time.nanoTime();
        double jitter = time.fraction();
        Pause before = pause.getAndUpdate(current -> current.throttled(now, refusal.retryAfter(), backoff, jitter));
        if (before.streak() == 0) {
            LOG.warn(
                    "Crisp throttles this token (status={} reason={}): all commands of this task wait, waitMs={}, "
                            + "then one call tries again",
                    refusal.status(),
                    refusal.reason(),
                    Duration.ofNanos(pause.get().waitNanos(now)).toMillis());
        }
    }

    /** A call got no usable answer and will be repeated after a while. */
    void failed(CrispException failure) {
        if (trouble.compareAndSet(false, true)) {
            LOG.warn(
                    "Crisp does not serve calls ({}): each is repeated with growing waits until its deadline",
                    failure.getMessage());
        }
    }

    /** A call was answered, be it with a refusal of what it asked for. */
    void answered() {
        Pause current = pause.get();
        if (current.streak() > 0) {
            Pause next = current.answered(time.nanoTime());
            if (next.streak() == 0 && pause.compareAndSet(current, next)) {
                LOG.info("Crisp no longer throttles this token");
            }
        }
        if (trouble.get() && trouble.compareAndSet(true, false)) {
            LOG.info("Crisp serves calls again");
        }
    }
}
