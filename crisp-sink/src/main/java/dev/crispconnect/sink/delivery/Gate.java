package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every call of a task passes: a {@link Throttle} and a {@link DayBudget} with a clock, who tell the operator when
 * calls are held back, once a minute at most.
 *
 * <p>Safe for use by many threads.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final Time time;
    private final DeliveryObserver observer;
    private final Throttle throttle;
    private final DayBudget budget;
    private final AtomicLong warnedNanos;
    private final AtomicBoolean throttled = new AtomicBoolean();
    private final AtomicBoolean spent = new AtomicBoolean();
    private final AtomicBoolean trouble = new AtomicBoolean();

    Gate(DeliverySettings settings, Time time, DeliveryObserver observer) {
        long now = time.nanoTime();
        this.time = time;
        this.observer = observer;
        this.throttle = new Throttle(settings.backoff(), settings.allowance().requestsPerSecond(), now);
        this.budget = new DayBudget(settings.allowance().requestsPerDay());
        this.warnedNanos = new AtomicLong(now - BETWEEN_WARNINGS);
    }

    /**
     * Lets the caller pass, or tells how long to wait before asking again: zero when it may send its call now.
     *
     * @param turn the caller's own, always the same
     */
    Duration pass(Throttle.Turn turn) {
        Duration wait = throttle.pass(turn, time.nanoTime());
        if (wait.isZero()) {
            wait = spend();
        }
        if (wait.isZero()) {
            turn.passed();
        } else {
            observer.waits(turn.waits(), wait);
        }
        return wait;
    }

    /** Calls a second that are sent at most now; NaN for any number. */
    double callsPerSecond() {
        double most = throttle.perSecond();
        return Double.isInfinite(most) ? Double.NaN : most;
    }

    /** Calls that may still be sent today; NaN for any number. */
    double callsLeft() {
        return budget.left(time.now());
    }

    private Duration spend() {
        Duration tomorrow = budget.spend(time.now());
        if (tomorrow.isZero()) {
            if (spent.get() && spent.compareAndSet(true, false)) {
                LOG.info("A new day: calls are sent again");
            }
        } else if (spent.compareAndSet(false, true)) {
            LOG.warn(
                    "The day's budget (quota.requests.per.day) is spent: all commands of this task wait for midnight UTC");
        }
        return tomorrow;
    }

    /** A call was throttled. */
    void throttled(CrispException.Throttled refusal) {
        long now = time.nanoTime();
        Duration wait = throttle.refused(now, refusal.retryAfter(), time.fraction());
        long warned = warnedNanos.get();
        if (now - warned >= BETWEEN_WARNINGS && warnedNanos.compareAndSet(warned, now)) {
            throttled.set(true);
            LOG.warn(
                    "Crisp throttles this token (status={} reason={}): all commands of this task wait, waitMs={}, then"
                            + " one call tries again, and the others follow more slowly",
                    refusal.status(),
                    refusal.reason(),
                    wait.toMillis());
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
        if (throttle.answered(time.nanoTime()) && throttled.compareAndSet(true, false)) {
            LOG.info(
                    "Crisp serves this token again: requestsPerSecond={} at most for now",
                    Math.round(throttle.perSecond()));
        }
        if (trouble.get() && trouble.compareAndSet(true, false)) {
            LOG.info("Crisp serves calls again");
        }
    }
}
