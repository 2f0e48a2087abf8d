package dev.crispconnect.simulator.workspace;

/** A website would be left without an owner. Carries no stack trace, as it is an everyday answer. */
public final class LastOwnerException extends RuntimeException {

    LastOwnerException() {
        super("the last owner stays one", null, false, false);
    }
}
