package dev.crispconnect.sink.command;

/** What a schema says of itself. */
final class SchemaDocs {

    private SchemaDocs() {}

    static String of(CommandType type) {
        return "Value of a record with the command " + type.name()
                + " of crisp-sink. What the fields mean, and which of them"
                + " exclude or need each other, is in docs/commands.md.";
    }
}
