package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Inbox;
import dev.crispconnect.simulator.workspace.Inboxes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inboxes of a website besides the main one (Crisp API reference, section 3.13). */
final class InboxRoutes {

    private static final String WEBSITE = "/website/{website_id}";
    private static final String ONE = WEBSITE + "/inbox/{inbox_id}";
    private static final Shape TEXTS = Shape.list(Shape.TEXT);
    private static final Shape JOIN = Shape.oneOf(List.of("and", "or"));
    private static final Shape CONDITION = Shape.object(Map.of(
                    "model",
                    Shape.oneOf(List.of("session")),
                    "criterion",
                    Shape.TEXT,
                    "operator",
                    Shape.TEXT,
                    "query",
                    TEXTS))
            .requiring("model", "criterion", "operator", "query");
    private static final Shape CARD = Shape.object(Map.of(
                    "name",
                    Shape.TEXT,
                    "emoji",
                    Shape.TEXT,
                    "order",
                    Shape.WHOLE,
                    "operators",
                    TEXTS,
                    "teams",
                    TEXTS,
                    "conditions",
                    Shape.list(CONDITION),
                    "operator",
                    JOIN))
            .requiring("name");
    private static final Shape ORDERS = Shape.object(Map.of(
                    "orders",
                    Shape.list(Shape.object(Map.of("inbox_id", Shape.TEXT, "order", Shape.WHOLE))
                            .requiring("inbox_id", "order"))))
            .requiring("orders");

    private final Paging paging;

    InboxRoutes(Switches switches) {
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", WEBSITE + "/inboxes/list", this::list),
                Route.read("GET", WEBSITE + "/inboxes/list/{page}", this::list),
                Route.write("PATCH", WEBSITE + "/inboxes/batch/order", InboxRoutes::order),
                Route.write("POST", WEBSITE + "/inbox", InboxRoutes::create),
                Route.read("HEAD", ONE, InboxRoutes::get),
                Route.read("GET", ONE, InboxRoutes::get),
                Route.write("PUT", ONE, InboxRoutes::replace),
                Route.write("DELETE", ONE, InboxRoutes::remove));
    }

    private Answer list(Call call) {
        int page = paging.page(call);
        return paging.answer(page, inboxes(call).list(page, Paging.SMALLEST), inbox -> JsonText.of(wire(inbox)));
    }

    private static Answer create(Call call) {
        Inbox inbox = inboxes(call).create(card(call.body()));
        return Answer.added(JsonText.of(Map.of("inbox_id", inbox.inboxId())));
    }

    private static Answer get(Call call) {
        return Answer.resolved(JsonText.of(wire(inboxes(call).get(inboxId(call)))));
    }

    private static Answer replace(Call call) {
        inboxes(call).replace(inboxId(call), card(call.body()));
        return Answer.saved();
    }

    private static Answer remove(Call call) {
        inboxes(call).remove(inboxId(call));
        return Answer.deleted();
    }

    private static Answer order(Call call) {
        Map<String, Integer> orders = new LinkedHashMap<>();
        for (Object order : (List<?>) ORDERS.of(call.body()).get("orders")) {
            Map<?, ?> pair = (Map<?, ?>) order;
            orders.put((String) pair.get("inbox_id"), ((Number) pair.get("order")).intValue());
        }
        inboxes(call).order(orders);
        return Answer.updated();
    }

    @SuppressWarnings("unchecked") // the shape has been checked
    private static Inbox.Card card(Body body) {
        Map<String, Object> card = CARD.of(body);
        List<Map<String, Object>> conditions = (List<Map<String, Object>>) card.getOrDefault("conditions", List.of());
        return new Inbox.Card(
                (String) card.get("name"),
                (String) card.getOrDefault("emoji", ""),
                ((Number) card.getOrDefault("order", 0)).intValue(),
                (List<String>) card.getOrDefault("operators", List.of()),
                (List<String>) card.getOrDefault("teams", List.of()),
                conditions.stream().map(InboxRoutes::condition).toList(),
                (String) card.getOrDefault("operator", "and"));
    }

    @SuppressWarnings("unchecked") // the shape has been checked
    private static Inbox.Condition condition(Map<String, Object> condition) {
        return new Inbox.Condition(
                (String) condition.get("model"),
                (String) condition.get("criterion"),
                (String) condition.get("operator"),
                (List<String>) condition.get("query"));
    }

    private static Map<String, Object> wire(Inbox inbox) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("inbox_id", inbox.inboxId());
        wire.put("name", inbox.card().name());
        wire.put("emoji", inbox.card().emoji());
        wire.put("order", inbox.card().order());
        wire.put("operators", inbox.card().operators());
        wire.put("teams", inbox.card().teams());
        wire.put(
                "conditions",
                inbox.card().conditions().stream().map(InboxRoutes::wire).toList());
        wire.put("operator", inbox.card().operator());
        wire.put("created_at", inbox.createdAt().toEpochMilli());
        wire.put("updated_at", inbox.updatedAt().toEpochMilli());
        return wire;
    }

    private static Map<String, Object> wire(Inbox.Condition condition) {
        return Map.of(
                "model", condition.model(),
                "criterion", condition.criterion(),
                "operator", condition.operator(),
                "query", condition.query());
    }

    private static String inboxId(Call call) {
        return call.path().get("inbox_id");
    }

    private static Inboxes inboxes(Call call) {
        return call.workspace().inboxes();
    }
}
