package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.TakenException;
import dev.crispconnect.simulator.workspace.Workspace;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a request to its answer: finds the route, passes the gate, runs the handler. Knows nothing of connections. */
final class Api {

    private static final String BASE = "/v1";

    private final List<Route> routes;
    private final Router router;
    private final Gate gate;

    Api(HttpApi.Parts parts, Switches switches, Later later) {
        this.routes = Routes.all(parts, switches, later);
        this.router = new Router(routes);
        this.gate = new Gate(parts.tokens(), parts.workspaces(), switches);
    }

    /** Every route, such as {@code GET /website/{website_id}}. */
    List<String> routes() {
        return routes.stream()
                .map(route -> route.method() + " " + route.template())
                .toList();
    }

    /** The route of a path as sent, with its version. */
    Optional<Router.Match> route(String method, String path) {
        return path.startsWith(BASE + "/") ? router.find(method, path.substring(BASE.length())) : Optional.empty();
    }

    static Answer noSuchRoute() {
        return Answer.error(404, "not_found", "the route does not exist");
    }

    /** @param token null when the request has none that is good */
    Answer answer(Router.Match match, Token token, String tier, Content content) {
        try {
            Workspace workspace = gate.pass(token, tier, match);
            Body body = Body.of(JsonText.object(content.body()));
            Call call = new Call(token, workspace, match.parameters(), content.query(), body, content.address());
            return match.route().handler().apply(call);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (AbsentException absent) {
            return Answer.error(404, absent.kind().name().toLowerCase(Locale.ROOT) + "_not_found");
        } catch (TakenException taken) {
            return taken.conflict()
                    ? Answer.error(409, "conflict")
                    : Answer.error(400, "invalid_data", taken.getMessage());
        }
    }

    /**
     * What a request brings besides its path.
     *
     * @param address host and port by which the caller reached the simulator
     */
    record Content(Query query, Buffer body, String address) {}
}
