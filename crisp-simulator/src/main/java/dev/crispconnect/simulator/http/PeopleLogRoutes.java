package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.ConversationQuery;
import dev.crispconnect.simulator.workspace.ConversationTraits;
import dev.crispconnect.simulator.workspace.ListOrder;
import dev.crispconnect.simulator.workspace.PeopleLog;
import dev.crispconnect.simulator.workspace.PersonEvent;
import dev.crispconnect.simulator.workspace.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lives beside people profiles (Crisp API reference, section 3.11). */
final class PeopleLogRoutes {

    private static final String PEOPLE = "/website/{website_id}/people";
    private static final String SUBSCRIPTION = PEOPLE + "/subscription/{people_id}";
    private static final Shape EVENT = Shape.object(Map.of("text", Shape.TEXT, "data", Shape.DATA, "color", Shape.TEXT))
            .requiring("text");
    private static final Shape IMPORT = Shape.object(Map.of(
                    "url",
                    Shape.TEXT,
                    "mapping",
                    Shape.list(Shape.object(Map.of("column", Shape.WHOLE, "field", Shape.TEXT))
                            .requiring("column", "field")),
                    "options",
                    Shape.object(Map.of("column_separator", Shape.TEXT, "skip_header", Shape.FLAG))))
            .requiring("url", "mapping");

    private final Paging paging;

    PeopleLogRoutes(Switches switches) {
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return Stream.of(
                        Route.read("GET", PEOPLE + "/conversations/{people_id}/list/{page}", this::conversations),
                        Route.write("POST", PEOPLE + "/events/{people_id}", PeopleLogRoutes::addEvent),
                        Route.read("GET", PEOPLE + "/events/{people_id}/list/{page}", this::events),
                        Route.read("GET", SUBSCRIPTION, PeopleLogRoutes::subscription),
                        Route.write("PATCH", SUBSCRIPTION, PeopleLogRoutes::subscribe),
                        Route.read("GET", PEOPLE + "/campaigns/{people_id}/list/{page}", this::campaigns)
                                .onlyFor(Tier.USER),
                        Route.write("POST", PEOPLE + "/export/profiles", PeopleLogRoutes::exportAll)
                                .onlyFor(Tier.USER),
                        Route.write("POST", PEOPLE + "/import/profiles", PeopleLogRoutes::importAll)
                                .onlyFor(Tier.USER))
                .map(route -> route.needing("website:people:profiles"))
                .toList();
    }

    private Answer conversations(Call call) {
        int page = paging.page(call);
        String peopleId = call.workspace().people().get(call.peopleId()).peopleId();
        ConversationQuery query = new ConversationQuery(
                page,
                Paging.SMALLEST,
                ListOrder.UPDATED,
                true,
                null,
                null,
                filter(call.query()).and(conversation -> peopleId.equals(conversation.peopleId())),
                null);
        return paging.answer(
                page,
                call.workspace().conversations().list(query),
                conversation -> JsonText.of(conversation.sessionId()));
    }

    private static Predicate<ConversationTraits> filter(Query query) {
        boolean unread = query.flag("filter_unread");
        boolean resolved = query.flag("filter_resolved");
        boolean notResolved = query.flag("filter_not_resolved");
        return conversation -> (!unread || conversation.unreadOperator() > 0)
                && (!resolved || conversation.state() == State.RESOLVED)
                && (!notResolved || conversation.state() != State.RESOLVED);
    }

    @SuppressWarnings("unchecked") // the shape has been checked
    private static Answer addEvent(Call call) {
        Map<String, Object> event = EVENT.of(call.body());
        log(call)
                .happened(call.peopleId(), (String) event.get("text"), (Map<String, Object>) event.get("data"), (String)
                        event.get("color"));
        return Answer.added(JsonText.of(Map.of()));
    }

    private Answer events(Call call) {
        int page = paging.page(call);
        return paging.answer(
                page, log(call).events(call.peopleId(), page, Paging.SMALLEST), event -> JsonText.of(wire(event)));
    }

    private Answer campaigns(Call call) {
        int page = paging.page(call);
        return paging.answer(page, log(call).campaigns(call.peopleId(), page, Paging.SMALLEST), JsonText::of);
    }

    private static Answer subscription(Call call) {
        return Answer.resolved(JsonText.of(Map.of("email", log(call).isSubscribed(call.peopleId()))));
    }

    private static Answer subscribe(Call call) {
        log(call).subscribe(call.peopleId(), call.body().requiredFlag("email"));
        return Answer.updated();
    }

    /** Crisp sends the file by e-mail: there is nothing more to see on the wire. */
    private static Answer exportAll(Call call) {
        return Answer.dispatched(JsonText.of(Map.of()));
    }

    /** Accepted, but nothing is fetched from the address. */
    private static Answer importAll(Call call) {
        IMPORT.of(call.body());
        return Answer.dispatched(JsonText.of(Map.of()));
    }

    private static Map<String, Object> wire(PersonEvent event) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("text", event.text());
        if (event.data() != null) {
            wire.put("data", event.data());
        }
        if (event.color() != null) {
            wire.put("color", event.color());
        }
        wire.put("timestamp", event.timestamp().toEpochMilli());
        return wire;
    }

    private static PeopleLog log(Call call) {
        return call.workspace().people().log();
    }
}
