package dev.crispconnect.simulator.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an operator is there to answer (Crisp API reference, sections 3.13 and 4.7). */
public enum Availability {
    ONLINE,
    AWAY,
    OFFLINE;

    /** The value on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The availability of that name on the wire, if there is one. */
    public static Optional<Availability> ofWire(String name) {
        return Arrays.stream(values())
                .filter(value -> value.wire().equals(name))
                .findFirst();
    }
}
