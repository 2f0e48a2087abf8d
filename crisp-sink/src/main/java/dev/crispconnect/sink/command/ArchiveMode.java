package dev.crispconnect.sink.command;

import java.util.Locale;

/** What archiving a conversation means, as Crisp has no archive (Crisp API reference, section 3.7). */
public enum ArchiveMode {
    /** It gets the segment {@code archived} and is resolved. */
    RESOLVE_AND_TAG,
    /** It is moved to an inbox kept for that, and is resolved. */
    MOVE_TO_INBOX,
    /** It is removed, for good. */
    REMOVE;

    /** By its name in the settings. */
    public static ArchiveMode of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT));
    }

    /** Its name in the settings. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
