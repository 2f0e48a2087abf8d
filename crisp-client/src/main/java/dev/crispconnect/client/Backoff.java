package dev.crispconnect.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before an attempt is repeated: exponential with full jitter, so that tasks which failed together do
 * not come back together. Decides only; waiting is the caller's.
 *
 * @param base the longest wait before the first repetition; doubles with each further one
 * @param cap no wait is longer, not even one that Crisp asked for
 */
public record Backoff(Duration base, Duration cap) {

    /** From this many doublings on, one nanosecond would no longer fit a {@code long}. */
    private static final int MAX_DOUBLINGS = 62;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when a duration is not positive, or the cap is below the base
     */
    public Backoff {
        if (base.isNegative() || base.isZero()) {
            throw new IllegalArgumentException("base must be positive");
        }
        if (cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("cap must not be shorter than base");
        }
    }

    /**
     * The wait after a failed attempt.
     *
     * @param attempt how many attempts have failed, from 1
     * @param fraction the jitter, in {@code [0, 1]}; see {@link dev.crispconnect.client.time.Time#fraction()}
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public Duration delay(int attempt, double fraction) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be 1 or more, not " + attempt);
        }
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be 0 to 1, not " + fraction);
        }
        return scaled(ceiling(attempt - 1), fraction);
    }

    /**
     * The wait after a failed attempt whose answer may have asked for one: what was asked for, or {@link #cap} if
     * that is shorter, plus the jitter as far as the cap allows. Never shorter than {@code min(retryAfter, cap)},
     * never longer than the cap.
     *
     * @param attempt how many attempts have failed, from 1
     * @param fraction the jitter, in {@code [0, 1]}
     * @param retryAfter how long Crisp asked to wait, where it did
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public Duration delay(int attempt, double fraction, Optional<Duration> retryAfter) {
        Duration jitter = delay(attempt, fraction);
        Duration asked = retryAfter.filter(wait -> !wait.isNegative()).orElse(Duration.ZERO);
        if (asked.compareTo(cap) >= 0) {
            return cap;
        }
        Duration sum = asked.plus(jitter);
        return sum.compareTo(cap) > 0 ? cap : sum;
    }

    private Duration ceiling(int doublings) {
        if (doublings >= MAX_DOUBLINGS) {
            return cap;
        }
        long factor = 1L << doublings;
        boolean beyondCap = cap.dividedBy(factor).compareTo(base) <= 0;
        return beyondCap ? cap : base.multipliedBy(factor);
    }

    private static Duration scaled(Duration ceiling, double fraction) {
        long seconds = (long) (ceiling.getSeconds() * fraction);
        double rest = ceiling.getSeconds() * fraction - seconds + ceiling.getNano() / 1e9 * fraction;
        Duration scaled = Duration.ofSeconds(seconds).plusNanos((long) (rest * 1e9));
        return scaled.compareTo(ceiling) > 0 ? ceiling : scaled;
    }
}
