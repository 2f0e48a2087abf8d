package dev.crispconnect.source.budget;

import java.time.Duration;
import java.util.Optional;

/**
 * How long nothing is sent after a refusal.
 *
 * @param first the longest pause after the first one; doubles with each further one
 * @param cap no pause is longer while calls are merely limited, not even one that Crisp asked for
 */
public record Patience(Duration first, Duration cap) {

    /** The same for an exhausted quota: it comes back at some hour nobody knows. */
    static final Patience EXHAUSTED = new Patience(Duration.ofMinutes(1), Duration.ofMinutes(15));

    private static final int MOST_DOUBLINGS = 20;

    /** @throws IllegalArgumentException when a pause is not positive, or the cap is below the first */
    public Patience {
        if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses must be positive, and the cap not below the first");
        }
    }

    /**
     * The pause after a refusal: what was asked for, and of the own wait at least half, as far as the cap allows.
     *
     * @param refusals how many there were in a row, from 1
     * @param jitter in {@code [0, 1]}
     */
    Duration pause(int refusals, double jitter, Optional<Duration> retryAfter) {
        Duration doubled = shorter(first.multipliedBy(1L << Math.min(refusals - 1, MOST_DOUBLINGS)), cap);
        Duration own = Duration.ofMillis((long) Math.ceil(doubled.toMillis() * (1 + jitter) / 2));
        return shorter(asked(retryAfter).plus(own), cap);
    }

    /** The part that is honoured of what was asked for, which may be any number. */
    Duration asked(Optional<Duration> retryAfter) {
        return retryAfter
                .filter(wait -> !wait.isNegative())
                .map(wait -> shorter(wait, cap))
                .orElse(Duration.ZERO);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
