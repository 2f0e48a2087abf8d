package dev.crispconnect.simulator;

import java.time.Instant;

/** The machine's own time: the only class of this module that may read it. */
public final class WallClock implements SimulatorClock {

    @Override
    public Instant now() {
        return Instant.now();
    }
}
