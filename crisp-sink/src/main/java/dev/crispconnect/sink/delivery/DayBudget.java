package dev.crispconnect.sink.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How many calls may still be sent today, where an operator set a bound. A day is one of UTC, as nobody knows when Crisp's
 * begins. Starts afresh with the task, which does not know what was spent before. Safe for use by many threads.
 */
final class DayBudget {

    private static final long DAY = TimeUnit.DAYS.toSeconds(1);

    /** The clock may be set meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final long perDay;
    private long day = Long.MIN_VALUE;
    private long spent;

    /** @param perDay calls a day; 0 for any number */
    DayBudget(long perDay) {
        this.perDay = perDay;
    }

    /**
     * Spends a call.
     *
     * @return how long to wait before asking again; zero when it is spent
     */
    synchronized Duration spend(Instant now) {
        if (perDay == 0) {
            return Duration.ZERO;
        }
        begin(now);
        if (spent < perDay) {
            spent++;
            return Duration.ZERO;
        }
        Duration untilTomorrow = Duration.between(now, Instant.ofEpochSecond((day + 1) * DAY));
        return untilTomorrow.compareTo(LONGEST_WAIT) < 0 ? untilTomorrow : LONGEST_WAIT;
    }

    /** How many may still be sent today; NaN for any number. */
    synchronized double left(Instant now) {
        if (perDay == 0) {
            return Double.NaN;
        }
        begin(now);
        return perDay - spent;
    }

    private void begin(Instant now) {
        long today = Math.floorDiv(now.getEpochSecond(), DAY);
        if (today > day) {
            day = today;
            spent = 0;
        }
    }
}
