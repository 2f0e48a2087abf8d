package dev.crispconnect.quickstart;

/** The command line cannot be understood. The message says which part. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
