package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.OnlineVisitors;
import dev.crispconnect.simulator.workspace.PageView;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Visitors who are on the website now (Crisp API reference, section 3.13). The reference names the routes and not what they
 * answer: the fields are our choice.
 */
final class VisitorRoutes {

    private static final String VISITORS = "/website/{website_id}/visitors";

    private final Paging paging;

    VisitorRoutes(Switches switches) {
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", VISITORS + "/count", VisitorRoutes::count),
                Route.read("GET", VISITORS + "/list", this::list),
                Route.read("GET", VISITORS + "/list/{page}", this::list),
                Route.read("GET", VISITORS + "/map", VisitorRoutes::map),
                Route.read("GET", VISITORS + "/token/{token}", VisitorRoutes::token));
    }

    private static Answer count(Call call) {
        return Answer.resolved(JsonText.of(Map.of("count", visitors(call).all().size())));
    }

    private Answer list(Call call) {
        int page = paging.page(call);
        return paging.answer(
                page,
                visitors(call).list(page, Paging.SMALLEST),
                visitor -> JsonText.of(wire(visitor, call.workspace())));
    }

    private static Answer map(Call call) {
        return Answer.listed(
                false,
                JsonText.of(visitors(call).all().stream()
                        .filter(visitor -> geolocation(visitor).containsKey("coordinates"))
                        .map(visitor -> Map.of("session_id", visitor.sessionId(), "geolocation", geolocation(visitor)))
                        .toList()));
    }

    private static Answer token(Call call) {
        Conversation visitor = visitors(call).named(call.path().get("token"));
        return Answer.resolved(JsonText.of(Map.of("session_id", visitor.sessionId())));
    }

    private static Map<String, Object> wire(Conversation visitor, Workspace workspace) {
        Map<?, ?> device = device(visitor);
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("session_id", visitor.sessionId());
        wire.put("inbox_id", visitor.inboxId());
        for (String field : List.of("nickname", "email", "avatar")) {
            wire.put(field, visitor.meta().get(field));
        }
        wire.put("initiated", !visitor.empty());
        wire.put("active", true);
        for (String field : List.of("capabilities", "geolocation", "system", "timezone", "locales")) {
            if (device.get(field) != null) {
                wire.put(field, device.get(field));
            }
        }
        List<PageView> pages = workspace.sideLists().pages(visitor.sessionId());
        if (!pages.isEmpty()) {
            wire.put("last_page", pages.get(0).wire());
        }
        return wire;
    }

    private static Map<?, ?> device(Conversation visitor) {
        return visitor.meta().get("device") instanceof Map<?, ?> device ? device : Map.of();
    }

    private static Map<?, ?> geolocation(Conversation visitor) {
        return device(visitor).get("geolocation") instanceof Map<?, ?> geolocation ? geolocation : Map.of();
    }

    private static OnlineVisitors visitors(Call call) {
        return call.workspace().onlineVisitors();
    }
}
