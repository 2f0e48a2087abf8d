package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Request;
import dev.crispconnect.simulator.journal.Line;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A request on its way to an answer.
 *
 * @param about what faults and the journal know of it
 * @param match its route, if there is one
 * @param token whose request it is; null when there is none that is good
 * @param line its line in the journal
 * @param fault what goes wrong with it; null for nothing
 * @param arrived by the simulator's clock
 */
record Exchange(
        HttpServerRequest request,
        Request about,
        Optional<Router.Match> match,
        Token token,
        Line line,
        Fault fault,
        Instant arrived) {

    boolean takesEffect() {
        return fault == null || fault.takesEffect();
    }
}
