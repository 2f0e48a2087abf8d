package dev.crispconnect.client;

import java.util.Objects;

/**
 * That somebody writes, or writes no more (Crisp API reference, section 3.10). Null fields are left out of the request.
 *
 * @param started whether the writing began, rather than stopped
 * @param from {@code user} or {@code operator}
 * @param excerpt what has been written so far
 * @param stealth true keeps it from the visitor
 * @param automated true marks a bot's writing
 */
public record Compose(boolean started, String from, String excerpt, Boolean stealth, Boolean automated) {

    /** @throws NullPointerException when it is not said who writes */
    public Compose {
        Objects.requireNonNull(from, "from");
    }

    /** Shows who writes, never what. */
    @Override
    public String toString() {
        return "Compose[started=" + started + ", from=" + from + "]";
    }
}
