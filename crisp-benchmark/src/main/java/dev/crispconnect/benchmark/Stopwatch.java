package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.SimulatorSettings;
import java.time.Duration;
import java.time.Instant;

/** The simulator's clock, which is the machine's, for measuring. */
final class Stopwatch {

    private Stopwatch() {}

    /** Nanoseconds since 1970, as exactly as the clock tells. */
    static long nanos() {
        return nanos(SimulatorSettings.defaults().clock().now());
    }

    /** The same of a moment that the clock told. */
    static long nanos(Instant moment) {
        return Duration.between(Instant.EPOCH, moment).toNanos();
    }
}
