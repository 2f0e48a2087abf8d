package dev.crispconnect.sink.delivery;

import java.time.Duration;

/**
 * How many calls a second are sent, as Crisp's answers let it appear what is allowed: any number until the first refusal.
 * A refusal halves the rate; it then returns quickly to what was really served of late, pauses included, and from there
 * grows slowly, a little faster the longer nothing is refused. As each call is equally likely to be refused, who sends more
 * is refused more often, so any number of tasks on one token come to an even share without knowing each other. Pure: every
 * change is a new value.
 *
 * @param perSecond the rate now, or what to begin with after the first refusal
 * @param goal what it returns to quickly; infinite as long as nothing was refused
 * @param span what happened since a call was refused last, or since it all began
 * @param before what was served before that
 */
record Rate(double perSecond, double goal, Span span, Served before) {

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
        return new Rate(FIRST, Double.POSITIVE_INFINITY, Span.from(nowNanos), Served.NOTHING);
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
            return new Rate(perSecond, goal, span.answered(nowNanos, 0), before);
        }
        long passed = Math.max(0, nowNanos - span.answeredNanos());
        double grown = grown(Math.min(passed / SECOND, LONGEST_STEP), span.seconds(nowNanos));
        return new Rate(grown, goal, span.answered(nowNanos, passed), before);
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
        if (span.answered() == 0 && !Double.isInfinite(goal)) {
            return new Rate(perSecond, goal, Span.from(nowNanos), before);
        }
        double cut = CUT * perSecond;
        Served served = Served.NOTHING;
        if (span.isBusy(nowNanos)) {
            served = before.and(span.answered(), span.seconds(nowNanos));
            cut = Math.min(cut, MORE_THAN_SERVED * served.perSecond());
        }
        return new Rate(Math.max(LEAST, perSecond / 2), Math.max(LEAST, cut), Span.from(nowNanos), served);
    }

    /**
     * The time since a refusal.
     *
     * @param refusedNanos when it began
     * @param answeredNanos when a call was answered well last
     * @param answered how many were
     * @param busyNanos for how long there was more to send than the rate let pass
     */
    record Span(long refusedNanos, long answeredNanos, long answered, long busyNanos) {

        static Span from(long nowNanos) {
            return new Span(nowNanos, nowNanos, 0, 0);
        }

        Span answered(long nowNanos, long moreBusyNanos) {
            return new Span(refusedNanos, nowNanos, answered + 1, busyNanos + moreBusyNanos);
        }

        double seconds(long nowNanos) {
            return (nowNanos - refusedNanos) / SECOND;
        }

        /** Whether what was served tells what is allowed, and not how little there was to send. */
        boolean isBusy(long nowNanos) {
            return busyNanos > (nowNanos - refusedNanos) / 2;
        }
    }

    /**
     * How much was served in a row of busy spans; the longer ago, the less it counts. One span alone would not do: of one
     * that is short the pause at its begin is the greater part, and a task that is refused twice by chance would take its
     * share for a fraction of what it is, and need minutes to grow again.
     *
     * @param perSecond calls that were answered well, pauses included
     * @param seconds how much of the past this speaks for; no more than are needed to forget
     */
    record Served(double perSecond, double seconds) {

        static final Served NOTHING = new Served(0, 0);

        private static final double SECONDS_TO_FORGET = 20;

        Served and(long calls, double inSeconds) {
            double left = Math.exp(-inSeconds / SECONDS_TO_FORGET);
            double before = seconds * left;
            double now = SECONDS_TO_FORGET * (1 - left);
            return new Served((perSecond * before + calls / inSeconds * now) / (before + now), before + now);
        }
    }
}
