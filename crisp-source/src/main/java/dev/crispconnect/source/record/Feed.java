package dev.crispconnect.source.record;

import java.util.Optional;

/** One kind of thing that the source emits. */
public enum Feed {
    CONVERSATIONS("conversations"),
    MESSAGES("messages"),
    PEOPLE("people"),
    OPERATORS("operators"),
    SETTINGS("settings"),
    EVENTS("events");

    private final String wire;

    Feed(String wire) {
        this.wire = wire;
    }

    /** Its name in settings and topics. */
    public String wire() {
        return wire;
    }

    public static Optional<Feed> named(String wire) {
        for (Feed feed : values()) {
            if (feed.wire.equals(wire)) {
                return Optional.of(feed);
            }
        }
        return Optional.empty();
    }
}
