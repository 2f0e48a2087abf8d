package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Backoff;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether calls may be sent, as Crisp's throttling of the token lets it appear. After a refusal nobody may pass for a
 * while; then one call goes ahead and the others follow when it was answered well. Pure: every change is a new value.
 *
 * @param untilNanos nobody passes before, by the monotonic clock
 * @param streak refusals in a row; 0 when calls pass freely
 * @param probing whether one call was let through to see
 */
record Pause(long untilNanos, int streak, boolean probing) {

    static final Pause NONE = new Pause(0, 0, false);

    /** How long the others wait for the call that went ahead, before another one does. */
    private static final Duration PROBE_PATIENCE = Duration.ofMillis(250);

    /** How long a call has to wait from now on; zero or less when it may pass. */
    long waitNanos(long nowNanos) {
        return streak == 0 ? 0 : untilNanos - nowNanos;
    }

    /** The state after a call has passed. */
    Pause passed(long nowNanos) {
        return streak == 0 ? this : new Pause(nowNanos + PROBE_PATIENCE.toNanos(), streak, true);
    }

    /**
     * The state after a call was throttled. Those that were on their way together count as one refusal.
     *
     * @param jitter in {@code [0, 1)}; half of the backoff is always waited
     */
    Pause throttled(long nowNanos, Optional<Duration> retryAfter, Backoff backoff, double jitter) {
        boolean another = streak == 0 || probing || waitNanos(nowNanos) <= 0;
        int refusals = another ? streak + 1 : streak;
        long until =
                nowNanos + backoff.delay(refusals, 0.5 + jitter / 2, retryAfter).toNanos();
        boolean later = another || (until - untilNanos > 0 && retryAfter.isPresent());
        return new Pause(later ? until : untilNanos, refusals, false);
    }

    /** The state after a call was answered well. One that was on its way before the pause proves nothing. */
    Pause answered(long nowNanos) {
        return probing || waitNanos(nowNanos) <= 0 ? NONE : this;
    }
}
