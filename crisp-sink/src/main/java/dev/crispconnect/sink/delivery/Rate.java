package dev.crispconnect.sink.delivery;

import java.time.Duration;

/**
 * How many calls a second are sent, as Crisp's answers let it appear what is allowed: any number until the first refusal.
 * A refusal halves the rate; it then returns quickly to what was really served since the refusal before, pauses included,
 * and from there grows slowly, a little faster the longer nothing is refused. As each call is equally likely to be refused,
 * who sends more is refused more often, so any number of tasks on one token come to an even share without knowing each
 * other. Pure: every change is a new value.
 *
 * @param perSecond the rate now, or what to begin with after the first refusal
 * @param goal what it returns to quickly; infinite as long as nothing was refused
 * @param refusedNanos when a call was refused last, or when it all began
 * @param answeredNanos when a call was answered well last
 * @param answered how many calls were answered well since the last refusal
 * @param busyNanos for how long since the last refusal there was more to send than the rate let pass
 */
record Rate(double perSecond, double goal, long refusedNanos, long answeredNanos, long answered, long busyNanos) {

    private static final double FIRST = 200;
    private static final double LEAST = 0.1;
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private static final double SLOW_GROWTH = 0.002;
    private static final double MOST_GROWTH = 0.5;
    private static final double SECONDS_TO_DOUBLE_GROWTH = 20;
    private static final double SECONDS_TO_RETURN = 0.2;
    private static final double LONGEST_STEP = 5;
    private static final double CUT = 0.9;
    private static final double MORE_THAN_SERVED = 1.03;

    /** The rate before anything is known. */
    static Rate first(long nowNanos) {
        return new Rate(FIRST, Double.POSITIVE_INFINITY, nowNanos, nowNanos, 0, 0);
    }

    /** How far apart the calls are; 0 when they need not be. */
    long gapNanos() {
        return Double.isInfinite(goal) ? 0 : (long) (SECOND / perSecond);
    }

    /**
     * The rate after a call was answered well. One that is not used up is not tried, and stays.
     *
     * @param busy whether calls had to wait for it
     */
    Rate answered(long nowNanos, boolean busy) {
        if (!busy || Double.isInfinite(goal)) {
            return new Rate(perSecond, goal, refusedNanos, nowNanos, answered + 1, busyNanos);
        }
        long passed = Math.max(0, nowNanos - answeredNanos);
        double grown = grown(Math.min(passed / SECOND, LONGEST_STEP), (nowNanos - refusedNanos) / SECOND);
        return new Rate(grown, goal, refusedNanos, nowNanos, answered + 1, busyNanos + passed);
    }

    private double grown(double seconds, double sinceRefusal) {
        if (perSecond < goal) {
            return perSecond + (goal - perSecond) * Math.min(1, seconds / SECONDS_TO_RETURN);
        }
        double growth = SLOW_GROWTH * (1 + sinceRefusal / SECONDS_TO_DOUBLE_GROWTH);
        return perSecond * (1 + Math.min(MOST_GROWTH, growth) * seconds);
    }

    /**
     * The rate after calls were refused that had been sent together. When nothing was served since the refusal before, it is
     * not the rate that is refused, but every call: as with a quota that is used up.
     */
    Rate refused(long nowNanos) {
        if (answered == 0 && !Double.isInfinite(goal)) {
            return new Rate(perSecond, goal, nowNanos, nowNanos, 0, 0);
        }
        double seconds = (nowNanos - refusedNanos) / SECOND;
        double served = CUT * perSecond;
        if (busyNanos > (nowNanos - refusedNanos) / 2) {
            served = Math.min(served, MORE_THAN_SERVED * answered / seconds);
        }
        return new Rate(Math.max(LEAST, perSecond / 2), Math.max(LEAST, served), nowNanos, nowNanos, 0, 0);
    }
}
