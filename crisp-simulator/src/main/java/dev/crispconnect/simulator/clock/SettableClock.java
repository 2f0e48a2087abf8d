package dev.crispconnect.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Another clock's time, moved by an offset, or frozen at an instant. Runs with the other clock at first. Thread-safe.
 */
public final class SettableClock implements InstantSource {

    private final InstantSource base;
    private final AtomicReference<Reading> reading = new AtomicReference<>(new Reading(null, Duration.ZERO));

    /** Shows the time of {@code base} until it is moved. */
    public SettableClock(InstantSource base) {
        this.base = Objects.requireNonNull(base, "base");
    }

    @Override
    public Instant instant() {
        return reading.get().instant(base);
    }

    /** Whether it stands still. */
    public boolean frozen() {
        return reading.get().frozen() != null;
    }

    /** Stands still at this time. */
    public void freeze(Instant at) {
        reading.set(new Reading(at, Duration.ZERO));
    }

    /** Shows this time now and runs on from it. */
    public void run(Instant from) {
        reading.set(new Reading(null, Duration.between(base.instant(), from)));
    }

    /** Runs on from the time it shows now. */
    public void run() {
        reading.updateAndGet(current -> new Reading(null, Duration.between(base.instant(), current.instant(base))));
    }

    /**
     * Moves the time on, or back when {@code by} is negative; a clock that stands still goes on standing still.
     *
     * @return the new time
     */
    public Instant advance(Duration by) {
        return reading.updateAndGet(current -> current.moved(by)).instant(base);
    }

    /** Shows the other clock's time again. */
    public void reset() {
        reading.set(new Reading(null, Duration.ZERO));
    }

    /** @param frozen null while it runs */
    private record Reading(Instant frozen, Duration offset) {

        Instant instant(InstantSource base) {
            return frozen == null ? base.instant().plus(offset) : frozen;
        }

        Reading moved(Duration by) {
            return frozen == null ? new Reading(null, offset.plus(by)) : new Reading(frozen.plus(by), offset);
        }
    }
}
