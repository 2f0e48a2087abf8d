package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.journal.Journal;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A request on its way to an answer.
 *
 * @param match its route, if there is one
 * @param line its line in the journal
 * @param fault what goes wrong with it; null for nothing
 * @param arrived by the simulator's clock
 */
record Exchange(
        HttpServerRequest request, Optional<Router.Match> match, Journal.Line line, Fault fault, Instant arrived) {

    boolean takesEffect() {
        return fault == null || fault.takesEffect();
    }
}
