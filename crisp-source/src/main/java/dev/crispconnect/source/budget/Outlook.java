package dev.crispconnect.source.budget;

import java.time.Duration;

/**
 * What a task may still spend, and how long that must do.
 *
 * @param perDay calls a day; 0 for any number
 * @param left calls that live work may still send today; {@link Long#MAX_VALUE} for any number
 * @param untilNewDay until there are {@code perDay} calls again
 */
public record Outlook(long perDay, long left, Duration untilNewDay) {

    /** @throws IllegalArgumentException when there is no time left, or less than no calls */
    public Outlook {
        if (perDay < 0 || left < 0) {
            throw new IllegalArgumentException("calls must be 0 or more");
        }
        if (untilNewDay.isNegative() || untilNewDay.isZero()) {
            throw new IllegalArgumentException("untilNewDay must be positive");
        }
    }
}
