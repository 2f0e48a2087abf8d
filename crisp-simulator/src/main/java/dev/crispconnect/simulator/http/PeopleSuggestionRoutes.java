package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.PeopleSuggestions;
import dev.crispconnect.simulator.workspace.PeopleSuggestions.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is suggested for people: segments, data keys and events (Crisp API reference, section 3.11). */
final class PeopleSuggestionRoutes {

    private static final String SUGGEST = "/website/{website_id}/people/suggest/";

    private final Paging paging;

    PeopleSuggestionRoutes(Switches switches) {
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return Stream.of(
                        Route.read("GET", SUGGEST + "segments/{page}", call -> list(call, Kind.SEGMENT, "segment")),
                        Route.read("GET", SUGGEST + "data/{page}", call -> list(call, Kind.DATA, "key")),
                        Route.read("GET", SUGGEST + "events/{page}", call -> list(call, Kind.EVENT, "text")),
                        // the reference names the list's path, and its twin for conversations is in the singular
                        Route.write("DELETE", SUGGEST + "segment", call -> remove(call, Kind.SEGMENT, "segment")),
                        Route.write("DELETE", SUGGEST + "segments", call -> remove(call, Kind.SEGMENT, "segment")),
                        Route.write("DELETE", SUGGEST + "data", call -> remove(call, Kind.DATA, "key")),
                        Route.write("DELETE", SUGGEST + "event", call -> remove(call, Kind.EVENT, "text")),
                        Route.write("DELETE", SUGGEST + "events", call -> remove(call, Kind.EVENT, "text")))
                .map(route -> route.needing("website:people:profiles"))
                .toList();
    }

    private Answer list(Call call, Kind kind, String field) {
        int page = paging.page(call);
        return paging.answer(
                page,
                suggestions(call).list(kind, page, Paging.SMALLEST),
                suggestion -> JsonText.of(Map.of(field, suggestion.name(), "count", suggestion.count())));
    }

    private static Answer remove(Call call, Kind kind, String field) {
        suggestions(call).remove(kind, call.body().requiredText(field));
        return Answer.deleted();
    }

    private static PeopleSuggestions suggestions(Call call) {
        return call.workspace().people().suggestions();
    }
}
