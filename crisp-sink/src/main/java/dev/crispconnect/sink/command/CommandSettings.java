package dev.crispconnect.sink.command;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a connector's settings say about its commands.
 *
 * @param websiteId website of the commands that name none; empty for none
 * @param archive what archiving means
 * @param archiveInboxId where archived conversations are moved to; empty unless they are
 * @param userTier whether the token is an operator's session, which alone may change operators
 * @param responseBytes how long the answer to a look-up may be; empty when nobody would get one
 */
public record CommandSettings(
        String websiteId, ArchiveMode archive, String archiveInboxId, boolean userTier, OptionalInt responseBytes) {

    public CommandSettings {
        Objects.requireNonNull(websiteId, "websiteId");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(archiveInboxId, "archiveInboxId");
        Objects.requireNonNull(responseBytes, "responseBytes");
    }

    /** The defaults of all settings but the website: look-ups get no answer. */
    public static CommandSettings of(String websiteId) {
        return new CommandSettings(websiteId, ArchiveMode.RESOLVE_AND_TAG, "", false, OptionalInt.empty());
    }
}
