package dev.crispconnect.simulator;

import java.time.Instant;

/**
 * What time it is in the simulated Crisp: the {@code Date} header, every timestamp and every server-made fingerprint come
 * from here. Waiting (slow answers, live traffic) is real time and stays with the event loop. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface SimulatorClock {

    /** The time now. */
    Instant now();
}
