package dev.crispconnect.simulator.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On whose side of a conversation a message stands. */
public enum Side {
    /** The visitor. */
    USER,
    /** The team, its bots and the API on its behalf. */
    OPERATOR;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The side of that name on the wire, if there is one. */
    public static Optional<Side> ofWire(String name) {
        return Arrays.stream(values()).filter(side -> side.wire().equals(name)).findFirst();
    }

    Side other() {
        return this == USER ? OPERATOR : USER;
    }
}
