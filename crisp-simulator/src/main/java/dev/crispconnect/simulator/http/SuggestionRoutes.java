package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Suggestions.Suggestion;
import java.util.List;
import java.util.Map;

/** Segments and names of custom data that operators are offered (Crisp API reference, section 3.2). */
final class SuggestionRoutes {

    private static final String BASE = "/website/{website_id}/conversations/suggest";
    private static final String SESSIONS = "website:conversation:sessions";

    private final Paging paging;

    SuggestionRoutes(Switches switches) {
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", BASE + "/segments", this::segments).needing(SESSIONS),
                Route.read("GET", BASE + "/segments/{page}", this::segments).needing(SESSIONS),
                Route.write("DELETE", BASE + "/segment", SuggestionRoutes::forgetSegment)
                        .needing(SESSIONS),
                Route.read("GET", BASE + "/data", this::dataKeys).needing(SESSIONS),
                Route.read("GET", BASE + "/data/{page}", this::dataKeys).needing(SESSIONS),
                Route.write("DELETE", BASE + "/data", SuggestionRoutes::forgetDataKey)
                        .needing(SESSIONS));
    }

    private Answer segments(Call call) {
        return paging.answer(
                call, call.workspace().suggestions().segments(), suggestion -> wire("segment", suggestion));
    }

    private Answer dataKeys(Call call) {
        return paging.answer(call, call.workspace().suggestions().dataKeys(), suggestion -> wire("key", suggestion));
    }

    private static Map<String, Object> wire(String name, Suggestion suggestion) {
        return Map.of(name, suggestion.name(), "count", suggestion.count());
    }

    private static Answer forgetSegment(Call call) {
        call.workspace().suggestions().forgetSegment(call.body().requiredText("segment"));
        return Answer.deleted();
    }

    private static Answer forgetDataKey(Call call) {
        call.workspace().suggestions().forgetDataKey(call.body().requiredText("key"));
        return Answer.deleted();
    }
}
