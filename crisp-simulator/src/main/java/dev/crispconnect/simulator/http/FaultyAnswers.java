package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Fault;
import io.vertx.core.buffer.Buffer;

/** What is answered instead of, or made of, a good answer (Crisp API reference, section 10.2). */
final class FaultyAnswers {

    private static final Buffer PAGE =
            Buffer.buffer("<html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>");

    private final LastLists lists = new LastLists();

    /** @param good what would be answered; null when the fault lets the request take no effect */
    Answer shown(Exchange exchange, Answer good) {
        Fault fault = exchange.fault();
        if (fault instanceof Fault.Status status) {
            return status.reason() == null ? page(status.code()) : Answer.error(status.code(), status.reason());
        }
        if (fault instanceof Fault.Garbage) {
            return page(200);
        }
        if (fault instanceof Fault.Mutated mutated) {
            return Mutations.of(good, mutated.kind());
        }
        return good == null ? null : listed(exchange, good);
    }

    private Answer listed(Exchange exchange, Answer good) {
        if (!exchange.about().readsList() || good.status() >= 300) {
            return good;
        }
        if (exchange.fault() instanceof Fault.Stale) {
            return lists.last(exchange, good);
        }
        lists.remember(exchange, good);
        return good;
    }

    /** No list was answered yet. */
    void forget() {
        lists.clear();
    }

    /** An HTML page as a gateway sends it. */
    static Answer page(int status) {
        return new Answer(status, PAGE);
    }

    static boolean isPage(Answer answer) {
        return answer.body() == PAGE;
    }
}
