package dev.crispconnect.simulator.fault;

/** What becomes of a good answer that a client of today does not expect (Crisp API reference, section 10.2). */
public enum Mutation {
    /** Every object inside an item of the data is null. */
    NULL_OBJECTS,
    /** Of the data, only identifiers, times and what a message cannot be without are there. */
    MISSING_FIELDS,
    /** Every object has one field more, which no client knows. */
    NEW_FIELD,
    /** Messages are of a type that no client knows. */
    UNKNOWN_TYPE,
    /** The envelope has no data. */
    NO_DATA
}
