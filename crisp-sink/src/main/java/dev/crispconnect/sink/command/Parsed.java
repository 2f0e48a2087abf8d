package dev.crispconnect.sink.command;

/** What a record turned out to be. */
public sealed interface Parsed {

    /**
     * A command.
     *
     * @param commandId given, or {@code <topic>-<partition>-<offset>}
     * @param first its first step
     */
    record Accepted(String commandId, Command command, Step first) implements Parsed {}

    /**
     * No command.
     *
     * @param commandId as far as it was found, else {@code <topic>-<partition>-<offset>}
     * @param command its name where it is a known one; null otherwise
     * @param reason says what to change; holds no values of the record
     */
    record Rejected(String commandId, String command, String reason) implements Parsed {}

    /** A record without a value. */
    record Tombstone() implements Parsed {}
}
