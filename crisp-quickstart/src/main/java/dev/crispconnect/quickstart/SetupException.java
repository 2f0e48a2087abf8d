package dev.crispconnect.quickstart;

/** Something around the program is not as it must be. The message says what, and what to do. */
final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }

    SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
