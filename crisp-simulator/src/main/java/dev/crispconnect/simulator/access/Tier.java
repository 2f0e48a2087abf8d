package dev.crispconnect.simulator.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose token it is, as sent in {@code X-Crisp-Tier} (Crisp API reference, section 1.3). */
public enum Tier {
    /** A workspace's own token: one website. */
    WEBSITE,
    /** A Marketplace plugin's token: every website that installed the plugin. */
    PLUGIN,
    /** An operator's session, as Crisp's own apps have it. */
    USER;

    /** The value on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tier of that name on the wire, if there is one. */
    public static Optional<Tier> ofWire(String name) {
        return Arrays.stream(values()).filter(tier -> tier.wire().equals(name)).findFirst();
    }
}
