package dev.crispconnect.sink.command;

/** What the value of a field must be. Implementations are immutable and pure. */
interface Kind {

    /** In words, for error messages: {@code text}, {@code a whole number}. */
    String words();

    /** The same as data. */
    Form form();

    /**
     * Checks a value and makes it plain: text, numbers, booleans, {@link java.time.Instant}, and maps and lists of these.
     *
     * @param value never null: an absent field and one that is null are the same
     * @throws Mistake when the value is of another kind
     */
    Object read(Object value) throws Mistake;
}
