package dev.crispconnect.simulator.realtime;

/** The client is told {@code unauthorized} with this message. Carries no stack trace, as it is an everyday answer. */
final class UnauthorizedException extends RuntimeException {

    UnauthorizedException(String message) {
        super(message, null, false, false);
    }
}
