package dev.crispconnect.source.capture;

import java.util.Set;

/**
 * Events whose payload opens a door to whoever reads it (Crisp API reference, section 5.7): neither asked for nor passed on,
 * as a topic keeps them and many may read it.
 */
public final class Withheld {

    private static final Set<String> NAMES = Set.of(
            // a URL signed for uploading
            "bucket:url:upload:generated",
            "bucket:url:avatar:generated",
            "bucket:url:website:generated",
            "bucket:url:campaign:generated",
            "bucket:url:helpdesk:generated",
            "bucket:url:status:generated",
            "bucket:url:processing:generated",
            // a token to see and steer a visitor's browser
            "browsing:request:initiated",
            // a code that proves an identity, and where to redeem it
            "identity:verify:request",
            // what an operator entered for a plugin, such as keys of other services
            "plugin:settings:saved");

    private Withheld() {}

    /** Whether an event of this name is withheld. */
    public static boolean holds(String name) {
        return NAMES.contains(name);
    }
}
