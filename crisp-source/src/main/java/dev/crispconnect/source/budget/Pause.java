package dev.crispconnect.source.budget;

import java.time.Duration;
import java.time.Instant;

/** A span in which nothing is sent. Pure. */
record Pause(Instant from, Duration length) {

    /** What is left of it; never more than its length, also when the clock was set back. */
    Duration left(Instant now) {
        Duration left = length.minus(Duration.between(from, now));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(length) < 0 ? left : length;
    }
}
