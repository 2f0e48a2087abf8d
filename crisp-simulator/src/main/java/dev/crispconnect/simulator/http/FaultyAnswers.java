package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Fault;
import io.vertx.core.buffer.Buffer;

/** The answers of faults that come before any effect (Crisp API reference, section 10.2). */
final class FaultyAnswers {

    private static final Buffer PAGE =
            Buffer.buffer("<html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>");

    private FaultyAnswers() {}

    static Answer insteadOf(Fault fault) {
        if (fault instanceof Fault.Status status) {
            return status.reason() == null ? page(status.code()) : Answer.error(status.code(), status.reason());
        }
        if (fault instanceof Fault.Garbage) {
            return page(200);
        }
        throw new IllegalArgumentException("a fault that lets the request take effect: " + fault);
    }

    /** An HTML page as a gateway sends it. */
    static Answer page(int status) {
        return new Answer(status, PAGE);
    }

    static boolean isPage(Answer answer) {
        return PAGE.equals(answer.body());
    }
}
