package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes a value of the {@code data} of an envelope. Pure. */
@FunctionalInterface
interface Decoder<T> {

    /** For calls that answer nothing worth reading. */
    Decoder<Void> NOTHING = data -> null;

    /**
     * Decodes.
     *
     * @param data never null: an absent or null {@code data} arrives as an empty object
     * @throws UndecodableException when what the value cannot do without is missing
     */
    T decode(JsonNode data);
}
