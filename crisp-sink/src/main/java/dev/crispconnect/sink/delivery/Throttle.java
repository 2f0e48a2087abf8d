package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Backoff;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose turn it is to call. Calls are spaced evenly by the {@link Rate}, never faster than an operator allows, and none
 * goes in a {@link Pause}. Tells how long to wait and leaves waiting to others; the time is given to it, by the monotonic
 * clock.
 *
 * <p>Safe for use by many threads; none holds the lock for longer than some arithmetic takes.
 */
final class Throttle {

    /** What may go at once although it was to be spaced: timers are not finer than this. */
    private static final long SLACK_NANOS = Duration.ofMillis(5).toNanos();

    /** Who waits for the one call that went ahead asks again so often whether it was answered. */
    private static final long ASK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    private static final long BUSY_NANOS = Duration.ofMillis(250).toNanos();

    private final Backoff backoff;
    private final long leastGapNanos;
    private Pause pause = Pause.NONE;
    private Rate rate;
    private long nextNanos;
    private long waitedNanos;
    private int pauses;

    /**
     * A throttle that nothing was refused to.
     *
     * @param backoff the pauses after a refusal that names none
     * @param most calls a second that an operator allows; 0 for any number
     */
    Throttle(Backoff backoff, double most, long nowNanos) {
        this.backoff = backoff;
        this.leastGapNanos = most == 0 ? 0 : (long) (Duration.ofSeconds(1).toNanos() / most);
        this.rate = Rate.first(nowNanos);
        this.nextNanos = nowNanos;
        this.waitedNanos = nowNanos - 2 * BUSY_NANOS;
    }

    /** The place of one caller in the order of calls. Used by one thread at a time. */
    static final class Turn {
        private static final int NONE = -1;

        private long atNanos;
        private int pauses = NONE;
        private boolean waiting;

        /** Its caller was told to wait. @return whether for the first time since it passed */
        boolean waits() {
            boolean first = !waiting;
            waiting = true;
            return first;
        }

        /** Its caller may send its call. */
        void passed() {
            waiting = false;
        }
    }

    /**
     * Lets a caller pass.
     *
     * @param turn the caller's own, always the same
     * @return how long to wait before asking again; zero when the call is to be sent now
     */
    synchronized Duration pass(Turn turn, long nowNanos) {
        long paused = pause.waitNanos(nowNanos);
        if (paused > 0) {
            waitedNanos = nowNanos;
            return Duration.ofNanos(pause.probing() ? Math.min(paused, ASK_AGAIN_NANOS) : paused);
        }
        if (turn.pauses != pauses) {
            turn.pauses = pauses;
            turn.atNanos = Math.max(nextNanos, nowNanos - SLACK_NANOS);
            nextNanos = turn.atNanos + gapNanos();
        }
        long wait = turn.atNanos - nowNanos;
        if (wait > 0) {
            waitedNanos = nowNanos;
            return Duration.ofNanos(wait);
        }
        turn.pauses = Turn.NONE;
        pause = pause.passed(nowNanos);
        return Duration.ZERO;
    }

    /**
     * A call was refused with 420 or 429.
     *
     * @param jitter in {@code [0, 1)}
     * @return how long nobody passes from now on
     */
    synchronized Duration refused(long nowNanos, Optional<Duration> retryAfter, double jitter) {
        Pause next = pause.throttled(nowNanos, retryAfter, backoff, jitter);
        if (next.streak() > pause.streak()) {
            rate = rate.refused(nowNanos);
        }
        pause = next;
        // whoever has a place for a time in the pause takes another one behind it
        pauses = pauses == Integer.MAX_VALUE ? 0 : pauses + 1;
        long wait = Math.max(0, pause.waitNanos(nowNanos));
        nextNanos = nowNanos + wait;
        return Duration.ofNanos(wait);
    }

    /** A call was answered, be it with a refusal of what it asked for. @return whether that ended a pause */
    synchronized boolean answered(long nowNanos) {
        boolean busy = nowNanos - waitedNanos < Math.max(BUSY_NANOS, 2 * gapNanos());
        rate = rate.answered(nowNanos, busy);
        Pause before = pause;
        pause = pause.answered(nowNanos);
        return before.streak() > 0 && pause.streak() == 0;
    }

    /** How many calls a second are sent at most now; infinite when nothing is known to be too many. */
    synchronized double perSecond() {
        return (double) Duration.ofSeconds(1).toNanos() / gapNanos();
    }

    private long gapNanos() {
        return Math.max(leastGapNanos, rate.gapNanos());
    }
}
