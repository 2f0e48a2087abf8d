package dev.crispconnect.simulator.realtime;

import java.util.Arrays;
import java.util.Optional;

/** The two revisions of the Engine.IO protocol that are served (Crisp API reference, section 5.2). */
enum EngineVersion {
    /** The client pings. The server connects the namespace unasked. */
    V3("3"),
    /** The server pings. The client asks to be connected. */
    V4("4");

    private final String wire;

    EngineVersion(String wire) {
        this.wire = wire;
    }

    /** The revision of that {@code EIO} parameter, if it is served. */
    static Optional<EngineVersion> ofWire(String parameter) {
        return Arrays.stream(values())
                .filter(version -> version.wire.equals(parameter))
                .findFirst();
    }

    /** Its number. */
    int number() {
        return Integer.parseInt(wire);
    }
}
