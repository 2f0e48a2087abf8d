package dev.crispconnect.quickstart.console;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a typed line asks for. */
sealed interface Typed {
    /**
     * A command for Crisp.
     *
     * @param key the record's key: what commands are ordered by
     * @param value the record's value
     */
    record Command(String key, ObjectNode value) implements Typed {}

    /** Show the conversations. */
    record ListAll() implements Typed {}

    /** Show what can be typed. */
    record Help() implements Typed {}

    /** End the program. */
    record Quit() implements Typed {}

    /** Nothing was typed. */
    record Nothing() implements Typed {}

    /** It cannot be understood. */
    record Mistake(String hint) implements Typed {}
}
