package dev.crispconnect.sink.command;

import java.util.Objects;

/**
 * What a connector's settings say about its commands.
 *
 * @param websiteId website of the commands that name none; empty for none
 * @param archive what archiving means
 * @param archiveInboxId where archived conversations are moved to; empty unless they are
 * @param userTier whether the token is an operator's session, which alone may change operators
 */
public record CommandSettings(String websiteId, ArchiveMode archive, String archiveInboxId, boolean userTier) {

    public CommandSettings {
        Objects.requireNonNull(websiteId, "websiteId");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(archiveInboxId, "archiveInboxId");
    }

    /** The defaults of all settings but the website. */
    public static CommandSettings of(String websiteId) {
        return new CommandSettings(websiteId, ArchiveMode.RESOLVE_AND_TAG, "", false);
    }
}
