package dev.crispconnect.source.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How Crisp treats the token, as its 420 and 429 let it appear. Both may mean a rate that is too high or a day's quota that
 * is used up, by whomever (API reference, section 2.3); only time tells. Pure: every change is a new value; compare its
 * {@link #phase} with the one before to see what to tell.
 *
 * <pre>
 *            refused               refused for a minute, six times
 *   SERVED ──────────► LIMITED ────────────────────────► EXHAUSTED
 *      ▲    served        │                                  │
 *      └──────────────────┴──────────────────────────────────┘
 * </pre>
 */
public final class TokenState {

    /** So many refusals in a row are not a matter of the rate, */
    private static final int MOST_REFUSALS = 6;

    /** if they lasted longer than the windows in which rates are usually counted. */
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(1);

    /** Clocks differ, and a quota may be counted anew a little late. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofSeconds(5);

    private static final Duration MIDNIGHT_SPREAD = Duration.ofSeconds(30);

    private final Patience patience;
    private final Stretch stretch;
    private final Pause pause;
    private final Pace pace;

    private TokenState(Patience patience, Stretch stretch, Pause pause, Pace pace) {
        this.patience = patience;
        this.stretch = stretch;
        this.pause = pause;
        this.pace = pace;
    }

    /** What a caller may tell an operator. */
    public enum Phase {
        /** Calls are answered. They are kept apart if some were refused before. */
        SERVED,
        /** Calls are refused; each is repeated after a pause. */
        LIMITED,
        /** The quota is used up: one call probes now and then, and soon after 00:00 UTC. */
        EXHAUSTED
    }

    /** Something that lasts, with the refusals in it. */
    private record Stretch(Phase phase, Instant since, int refusals) {

        boolean tellsOfTheQuota(Instant now) {
            boolean lasts = Duration.between(since, now).compareTo(LONGEST_WINDOW) >= 0;
            return phase == Phase.LIMITED && refusals + 1 >= MOST_REFUSALS && lasts;
        }

        Stretch refused(Instant now) {
            if (phase == Phase.SERVED) {
                return new Stretch(Phase.LIMITED, now, 1);
            }
            return tellsOfTheQuota(now)
                    ? new Stretch(Phase.EXHAUSTED, since, 1)
                    : new Stretch(phase, since, Math.addExact(refusals, 1));
        }
    }

    /**
     * A token to which nothing was refused.
     *
     * @param patience for pauses while calls are merely limited
     */
    public static TokenState fresh(Patience patience, Instant now) {
        return new TokenState(patience, new Stretch(Phase.SERVED, now, 0), new Pause(now, Duration.ZERO), Pace.FREE);
    }

    public Phase phase() {
        return stretch.phase();
    }

    /** Since when the phase lasts; an exhausted quota is dated back to the first refusal. */
    public Instant since() {
        return stretch.since();
    }

    /** How long to wait before the next call; zero when it may be sent now. */
    public Duration untilNextCall(Instant now) {
        return pause.left(now);
    }

    /** Whether nothing of late was refused, so that calls need not be kept apart. */
    public boolean isFree() {
        return phase() == Phase.SERVED && pace.gap().isZero();
    }

    /** After Crisp answered, be it with a refusal of what was asked for. An answer of the cache proves nothing. */
    public TokenState served(Instant now) {
        Pace faster = pace.served();
        Stretch served = phase() == Phase.SERVED ? stretch : new Stretch(Phase.SERVED, now, 0);
        return new TokenState(patience, served, new Pause(now, faster.gap()), faster);
    }

    /**
     * After Crisp answered with 420 or 429.
     *
     * @param retryAfter how long it asked to wait, where it did
     * @param jitter in {@code [0, 1]}
     */
    public TokenState refused(Instant now, Optional<Duration> retryAfter, double jitter) {
        Stretch refused = stretch.refused(now);
        // from the second refusal in a row on, whatever is tried is refused: that says nothing of the rate
        Pace slower = phase() == Phase.SERVED ? pace.refused() : pace;
        Duration wait =
                switch (refused.phase()) {
                    case SERVED, LIMITED -> patience.pause(refused.refusals(), jitter, retryAfter);
                    case EXHAUSTED -> untilProbe(refused, now, retryAfter, jitter);
                };
        return new TokenState(patience, refused, new Pause(now, wait), slower);
    }

    private static Duration untilProbe(Stretch exhausted, Instant now, Optional<Duration> retryAfter, double jitter) {
        Duration wait = Patience.EXHAUSTED.pause(exhausted.refusals(), jitter, retryAfter);
        Duration asked = Patience.EXHAUSTED.asked(retryAfter);
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Duration untilNewDay = Duration.between(now, midnight)
                .plus(AFTER_MIDNIGHT)
                .plusMillis((long) (MIDNIGHT_SPREAD.toMillis() * jitter));
        Duration sooner = wait.compareTo(untilNewDay) < 0 ? wait : untilNewDay;
        return sooner.compareTo(asked) < 0 ? asked : sooner;
    }
}
