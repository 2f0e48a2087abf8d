package dev.crispconnect.client;

/** An answer lacks what its value cannot do without. Its message names the field, never a value. */
final class UndecodableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecodableException(String message) {
        super(message);
    }
}
