package dev.crispconnect.source.budget;

import java.time.Duration;

/**
 * How far apart calls are: not at all until one is refused. A refusal halves the rate; each call that is served adds a
 * hundredth of what it was cut to, so it takes a hundred to come back. Crisp does not tell its limits (API reference,
 * section 2.1). Pure: every change is a new value.
 *
 * @param perSecond calls a second; infinite when nothing is known to be too many
 * @param growth how much each call that is served adds
 */
record Pace(double perSecond, double growth) {

    /** Before anything is known. */
    static final Pace FREE = new Pace(Double.POSITIVE_INFINITY, 0);

    /** After the first refusal: others are known to keep 150 to 300 ms between calls (section 2.2). */
    private static final double FIRST = 4;

    private static final double SLOWEST = 1.0 / 60;

    /** What comes back to this rate has come back to all that a task may need. */
    private static final double FREELY = 200;

    private static final double CUT = 0.5;
    private static final double GROWTH = 0.01;
    private static final double SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    /** The least time from one answer to the next call. */
    Duration gap() {
        return Double.isInfinite(perSecond) ? Duration.ZERO : Duration.ofNanos((long) (SECOND_NANOS / perSecond));
    }

    /** After a call was served. */
    Pace served() {
        return perSecond + growth >= FREELY ? FREE : new Pace(perSecond + growth, growth);
    }

    /** After a call was refused. */
    Pace refused() {
        double cut = Double.isInfinite(perSecond) ? FIRST : Math.max(SLOWEST, perSecond * CUT);
        return new Pace(cut, cut * GROWTH);
    }
}
