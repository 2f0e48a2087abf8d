package dev.crispconnect.simulator.http;

import static dev.crispconnect.simulator.http.ConversationRoutes.ONE;

import dev.crispconnect.simulator.access.Tier;
import java.util.List;
import java.util.stream.Stream;

/**
 * Routes about conversations that only an operator's own session may call (Crisp API reference, sections 3.2 and 3.4). For
 * one that may, there is no spam and no widget.
 */
final class UserOnlyRoutes {

    private static final String SPAM = "/website/{website_id}/conversations/spam/{spam_id}";
    private static final String WIDGET = ONE + "/widget/{plugin_id}";

    private UserOnlyRoutes() {}

    static List<Route> routes() {
        return Stream.of(
                        Route.read("GET", "/website/{website_id}/conversations/spams", UserOnlyRoutes::noSpam),
                        Route.read("GET", "/website/{website_id}/conversations/spams/{page}", UserOnlyRoutes::noSpam),
                        Route.read("GET", SPAM + "/content", call -> absent("spam_not_found")),
                        Route.write("POST", SPAM + "/decision", call -> absent("spam_not_found")),
                        Route.write("POST", WIDGET + "/button", call -> absent("widget_not_found")),
                        Route.write("POST", WIDGET + "/data", call -> absent("widget_not_found")))
                .map(route -> route.onlyFor(Tier.USER))
                .toList();
    }

    private static Answer noSpam(Call call) {
        return Answer.listed(false, JsonText.of(List.of()));
    }

    private static Answer absent(String reason) {
        return Answer.error(404, reason);
    }
}
