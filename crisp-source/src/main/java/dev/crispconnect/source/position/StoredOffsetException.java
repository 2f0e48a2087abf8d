package dev.crispconnect.source.position;

/** A stored partition or offset that this version cannot use. The message says what is wrong with it and what to do. */
public final class StoredOffsetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String ADVICE = ". Stop the connector (PUT /connectors/{name}/stop), reset its offsets (DELETE"
            + " /connectors/{name}/offsets, or PATCH it with null for this partition alone), and resume it: the reset"
            + " units are read again from their beginning";

    StoredOffsetException(String problem) {
        super(problem + ADVICE);
    }

    StoredOffsetException(String problem, Throwable cause) {
        super(problem + ADVICE, cause);
    }
}
