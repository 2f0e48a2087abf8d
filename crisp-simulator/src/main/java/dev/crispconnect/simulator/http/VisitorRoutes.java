package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.OnlineVisitors;
import java.util.List;
import java.util.Map;

/**
 * Visitors who are on the website now (Crisp API reference, section 3.13). The reference names the routes and not what they
 * answer: the fields are those that Crisp's Node client declares.
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
        int online = visitors(call).all().size();
        return Answer.resolved(JsonText.of(Map.of("count", online, "active", online, "limited", false)));
    }

    private Answer list(Call call) {
        int page = paging.page(call);
        return paging.answer(
                page,
                visitors(call).list(page, Paging.SMALLEST),
                visitor -> JsonText.of(VisitorWire.visitor(visitor, call.workspace())));
    }

    /** Everybody whose place is known, wherever the map is centred. */
    private static Answer map(Call call) {
        return Answer.listed(
                false, JsonText.of(VisitorWire.points(visitors(call).all(), call.workspace())));
    }

    private static Answer token(Call call) {
        Conversation visitor = visitors(call).named(call.path().get("token"));
        return Answer.resolved(JsonText.of(Map.of("session_id", visitor.sessionId())));
    }

    private static OnlineVisitors visitors(Call call) {
        return call.workspace().onlineVisitors();
    }
}
