package dev.crispconnect.quickstart.worker;

import com.fasterxml.jackson.databind.JsonNode;

/** The worker refused a request, or did not answer it. The message repeats what the worker said. */
public final class WorkerRestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    WorkerRestException(String request, int status, JsonNode body) {
        super(request + " was answered " + status + ": "
                + body.path("message").asText("(no reason given)").strip());
        this.status = status;
    }

    WorkerRestException(String request, Exception cause) {
        super(request + " was not answered: " + cause.getMessage(), cause);
        this.status = 0;
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** Whether asking again soon may do: the worker is rebalancing, or has not read its own writing yet. */
    public boolean soonBetter() {
        return status == 409 || status == 404;
    }
}
