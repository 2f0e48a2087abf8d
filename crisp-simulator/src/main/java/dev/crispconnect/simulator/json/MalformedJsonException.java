package dev.crispconnect.simulator.json;

/** A text is no JSON, or not of the expected kind. */
public final class MalformedJsonException extends Exception {

    MalformedJsonException(Throwable cause) {
        super("malformed JSON", cause);
    }
}
