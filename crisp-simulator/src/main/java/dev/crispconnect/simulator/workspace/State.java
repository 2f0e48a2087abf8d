package dev.crispconnect.simulator.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** State of a conversation (Crisp API reference, section 4.1). */
public enum State {
    PENDING(0),
    UNRESOLVED(1),
    RESOLVED(2);

    private final int status;

    State(int status) {
        this.status = status;
    }

    /** The state as a number, which Crisp sorts by. */
    public int status() {
        return status;
    }

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that name on the wire, if there is one. */
    public static Optional<State> ofWire(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(name))
                .findFirst();
    }
}
