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
            return status.reason() == null
                    ? new Answer(status.code(), PAGE)
                    : Answer.error(status.code(), status.reason());
        }
        if (fault instanceof Fault.Garbage) {
            return new Answer(200, PAGE);
        }
        throw new IllegalArgumentException("a fault that lets the request take effect: " + fault);
    }

    static boolean isPage(Answer answer) {
        return PAGE.equals(answer.body());
    }
}
