package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import java.util.List;
import java.util.Map;

/** Where the realtime API is (Crisp API reference, section 5.1): on the simulator's own port, on a path per caller. */
final class ConnectRoutes {

    private static final int SHARDS = 128;

    private ConnectRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.read("GET", "/plugin/connect/endpoints", ConnectRoutes::endpoints)
                        .onlyFor(Tier.PLUGIN),
                Route.read("GET", "/user/connect/endpoints", ConnectRoutes::endpoints)
                        .onlyFor(Tier.USER),
                Route.read("GET", "/website/connect/endpoints", ConnectRoutes::endpoints)
                        .onlyFor(Tier.WEBSITE),
                Route.read("GET", "/website/{website_id}/connect/endpoints", ConnectRoutes::endpoints));
    }

    private static Answer endpoints(Call call) {
        int shard = Math.floorMod(call.token().identifier().hashCode(), SHARDS);
        String url = "ws://" + call.address() + "/p/" + shard + "/";
        Map<String, String> socket = Map.of("app", url, "stream", url);
        return Answer.resolved(JsonText.of(Map.of("socket", socket, "rescue", Map.of("socket", Map.of("app", url)))));
    }
}
