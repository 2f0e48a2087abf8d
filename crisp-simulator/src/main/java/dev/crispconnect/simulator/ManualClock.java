package dev.crispconnect.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until it is moved by hand. Thread-safe. */
public final class ManualClock implements SimulatorClock {

    private final AtomicReference<Instant> now;

    /** Stands at {@code start}. */
    public ManualClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant now() {
        return now.get();
    }

    /** Moves the time on, or back when {@code by} is negative, and returns the new time. */
    public Instant advance(Duration by) {
        return now.updateAndGet(current -> current.plus(by));
    }

    /** Puts the time to {@code instant}. */
    public void set(Instant instant) {
        now.set(instant);
    }
}
