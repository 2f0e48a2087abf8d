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

    /**
     * How far apart things must be that cost so many calls each, so that they can go on all day.
     *
     * @param each calls, at least 1
     */
    public Duration apart(long each) {
        return left == Long.MAX_VALUE ? Duration.ZERO : untilNewDay.dividedBy(Math.max(1, left / each));
    }
}
