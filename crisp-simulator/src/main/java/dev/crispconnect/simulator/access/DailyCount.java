package dev.crispconnect.simulator.access;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Counts the requests of a day that begins at some hour UTC. Thread-safe. */
final class DailyCount {

    private static final long DAY = TimeUnit.DAYS.toSeconds(1);

    private long day = Long.MIN_VALUE;
    private long used;

    /** Counts one more, unless that many were counted today. */
    synchronized boolean take(long most, Instant now, int resetHour) {
        turn(now, resetHour);
        if (used >= most) {
            return false;
        }
        used++;
        return true;
    }

    synchronized long used(Instant now, int resetHour) {
        turn(now, resetHour);
        return used;
    }

    synchronized void reset() {
        used = 0;
    }

    /** When the day after {@code now} begins. */
    static Instant nextReset(Instant now, int resetHour) {
        return Instant.ofEpochSecond((dayOf(now, resetHour) + 1) * DAY + offset(resetHour));
    }

    private void turn(Instant now, int resetHour) {
        long today = dayOf(now, resetHour);
        if (today != day) {
            day = today;
            used = 0;
        }
    }

    private static long dayOf(Instant time, int resetHour) {
        return Math.floorDiv(time.getEpochSecond() - offset(resetHour), DAY);
    }

    private static long offset(int resetHour) {
        return TimeUnit.HOURS.toSeconds(resetHour);
    }
}
