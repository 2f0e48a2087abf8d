package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.fault.Request;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.journal.Line;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;

/** A request for a WebSocket as the journal has it: answered at once, so that no socket is a request in flight. */
final class Arrival {

    private static final String ROUTE = "(realtime)";

    private final Line line;

    Arrival(Journal journal, Instant now, HttpServerRequest request) {
        this.line = journal.arrived(now, new Request(request.method().name(), ROUTE, request.uri(), null, null));
    }

    void answered(int status) {
        line.answered(status);
        line.over();
    }

    /** Whose socket it turns out to be. */
    void authenticated(Token token) {
        line.authenticated(token.identifier());
    }
}
