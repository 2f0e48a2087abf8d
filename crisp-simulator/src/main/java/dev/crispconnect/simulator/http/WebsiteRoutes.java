package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import java.util.List;
import java.util.Map;

/** The website itself and the two checks of a plugin's token (Crisp API reference, sections 3.13 and 3.14). */
final class WebsiteRoutes {

    private static final String PLUGIN_ID = "6c1f8f0e-2b7d-4f3a-9d35-2f0a5b8c4e10";

    private WebsiteRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.read("GET", "/website/{website_id}", WebsiteRoutes::website),
                Route.read("GET", "/plugin/connect/account", WebsiteRoutes::account)
                        .onlyFor(Tier.PLUGIN),
                Route.read("HEAD", "/plugin/connect/session", WebsiteRoutes::session)
                        .onlyFor(Tier.PLUGIN),
                Route.read("GET", "/plugin/connect/session", WebsiteRoutes::session)
                        .onlyFor(Tier.PLUGIN));
    }

    private static Answer website(Call call) {
        return Answer.resolved(JsonText.of(Wire.website(call.workspace().website())));
    }

    private static Answer account(Call call) {
        return Answer.resolved(JsonText.of(Map.of("plugin_id", PLUGIN_ID)));
    }

    private static Answer session(Call call) {
        return Answer.resolved(JsonText.of(Map.of()));
    }
}
