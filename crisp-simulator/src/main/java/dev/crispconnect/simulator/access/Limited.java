package dev.crispconnect.simulator.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A request came too early.
 *
 * @param kind what ran out
 * @param at when it came
 * @param until from when on it is worth trying again
 */
public record Limited(Kind kind, Instant at, Instant until) {

    /** What runs out. */
    public enum Kind {
        /** The requests of this second. */
        RATE,
        /** The requests of this day. */
        QUOTA
    }

    /** The wait in whole seconds, rounded up. */
    public long waitSeconds() {
        return Duration.between(at, until).plusNanos(999_999_999).toSeconds();
    }

    /** {@link #until} in whole seconds, rounded up. */
    public Instant untilSecond() {
        return until.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    }
}
