package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import java.time.Duration;

/** When a unit is to be looked at. For one thread. */
final class Schedule {

    /** Crisp tells its time in whole seconds. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private static final Duration NEVER = Duration.ofDays(1);

    private final Rhythm rhythm;
    private final Time time;
    private long lastNanos;
    private boolean looked;
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
        catchUpNanos = time.nanoTime() + rhythm.safetyLag().plus(CLOCK_STEP).toNanos();
    }

    /** @param called whether something calls for a look sooner than to be sure */
    Duration untilLook(Hearing.State state, boolean called) {
        return switch (state) {
            case DEAF -> NEVER;
            case POLLING -> sinceLast(rhythm.tempo().poll().get());
            case CATCHING_UP -> until(catchUpNanos);
            case LIVE ->
                sinceLast((called ? rhythm.tempo().refresh() : rhythm.tempo().audit()).get());
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
