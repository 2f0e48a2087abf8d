package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.UnitKey;

/** A unit could not be read on, for a reason that repeating does not heal. The cause tells which. */
public final class UnitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnitFailure(UnitKey unit, Throwable cause) {
        super("unit " + unit.asText() + " failed", cause);
    }
}
