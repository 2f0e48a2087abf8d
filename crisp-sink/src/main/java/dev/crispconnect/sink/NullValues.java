package dev.crispconnect.sink;

import java.util.Locale;

/** What a record without a value means. */
enum NullValues {
    /** Nothing: its offset is done. */
    IGNORE,
    /** A mistake: refused like any other. */
    FAIL;

    static NullValues of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT));
    }

    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
