package dev.crispconnect.source.feed;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.source.position.UnitKey;

/** A unit could not be read on, for a reason that repeating does not heal. The cause tells which. */
public final class UnitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnitFailure(UnitKey unit, Throwable cause) {
        super("unit " + unit.asText() + " failed", cause);
    }

    /** Whether other websites can be read with the same token all the same. */
    boolean isOfItsWebsiteOnly() {
        return getCause() instanceof CrispException.Denied denied
                && denied.status() == 404
                && denied.reason().equals("not_subscribed");
    }
}
