package dev.crispconnect.client;

import java.util.Locale;

/** Whose token it is, as sent in {@code X-Crisp-Tier} (Crisp API reference, "Authentication"). */
public enum Tier {
    /** A workspace's own token: one website, 10,000 requests a day. */
    WEBSITE,
    /** A Marketplace plugin's token: every website that installed the plugin, 5,000 requests a day by default. */
    PLUGIN,
    /** A logged-in operator's session. Not to be had for integrations; needed by the routes that change operators. */
    USER;

    /** The value on the wire: {@code website}, {@code plugin}, {@code user}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
