package dev.crispconnect.sink.command;

import java.util.List;

/**
 * A kind of command: how it is called and how it is read.
 *
 * @param name as documented
 * @param aliases accepted too
 * @param fields its own fields and those that all commands have
 */
record CommandType(String name, List<String> aliases, Shape fields, Reader reader) {

    /** The fields that every command has. */
    static final Shape COMMON = Shape.empty().optional(Kinds.TEXT, "command", "command_id", "website_id");

    /** The fields that every command on a conversation has. */
    static final Shape ON_CONVERSATION = COMMON.optional("session_id", Kinds.TEXT);

    /** Makes the command of its fields. */
    interface Reader {
        Command read(Fields fields) throws Mistake;
    }
}
