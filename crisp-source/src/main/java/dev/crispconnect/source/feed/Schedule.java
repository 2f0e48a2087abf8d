package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import java.time.Duration;

/** When a unit is to be looked at. For one thread. */
final class Schedule {

    /** Crisp tells its time in whole seconds. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private static final Duration PRESSING = Duration.ofSeconds(1);

    /** The cache forgets within ten minutes, and what it has costs nothing. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private static final Duration NEVER = Duration.ofDays(1);

    private final Rhythm rhythm;
    private final Time time;
    private long lastNanos;
    private boolean looked;
    private long heardNanos;
    private long catchUpNanos;

    Schedule(Rhythm rhythm, Time time) {
        this.rhythm = rhythm;
        this.time = time;
    }

    /** A look begins. */
    void looked() {
        looked = true;
        lastNanos = time.nanoTime();
    }

    /**
     * From now on everything is told. One look is due, at the time when it will show all that happened before now: by then
     * the watermark it brings is not below now.
     */
    void catchUp() {
        heardNanos = time.nanoTime() + rhythm.safetyLag().plus(CLOCK_STEP).toNanos();
        catchUpNanos = heardNanos;
    }

    /** What that look brought was too old: another one is due later. */
    void catchUpLater() {
        catchUpNanos = time.nanoTime() + LATER.toNanos();
    }

    /** Whether a list shows all that happened before everything was told. */
    boolean catchesUp(AsOf asOf) {
        return asOf.madeAfter(heardNanos);
    }

    /** What a live unit is looked at for. */
    enum Urgency {
        /** To be sure. */
        NONE,
        /** Something was told that calls for it. */
        CALLED,
        /** So much was told that the position cannot remember much more of it. */
        PRESSING
    }

    Duration untilLook(Hearing.State state, Urgency urgency) {
        return switch (state) {
            case DEAF -> NEVER;
            case POLLING -> sinceLast(rhythm.tempo().poll().get());
            case CATCHING_UP -> until(catchUpNanos);
            case LIVE -> sinceLast(live(urgency));
        };
    }

    private Duration live(Urgency urgency) {
        return switch (urgency) {
            case NONE -> rhythm.tempo().audit().get();
            case CALLED -> rhythm.tempo().refresh().get();
            case PRESSING -> PRESSING;
        };
    }

    private Duration sinceLast(Duration interval) {
        return looked ? until(lastNanos + interval.toNanos()) : Duration.ZERO;
    }

    private Duration until(long nanos) {
        long left = nanos - time.nanoTime();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }
}
