package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.People;
import dev.crispconnect.simulator.workspace.Profile;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.ProfileQuery;
import dev.crispconnect.simulator.workspace.ProfileQuery.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People profiles and their custom data (Crisp API reference, section 3.11). */
final class PeopleRoutes {

    private static final String PROFILE = "/website/{website_id}/people/profile/{people_id}";
    private static final String DATA = "/website/{website_id}/people/data/{people_id}";

    private final Paging paging;

    PeopleRoutes(Switches switches) {
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", "/website/{website_id}/people/profiles", this::list),
                Route.read("GET", "/website/{website_id}/people/profiles/{page}", this::list),
                Route.write("POST", "/website/{website_id}/people/profile", PeopleRoutes::create),
                Route.read("HEAD", PROFILE, PeopleRoutes::get),
                Route.read("GET", PROFILE, PeopleRoutes::get),
                Route.write("PATCH", PROFILE, PeopleRoutes::patch),
                Route.write("PUT", PROFILE, PeopleRoutes::replace),
                Route.write("DELETE", PROFILE, PeopleRoutes::remove),
                Route.read("GET", DATA, PeopleRoutes::data),
                Route.write("PATCH", DATA, PeopleRoutes::patchData),
                Route.write("PUT", DATA, PeopleRoutes::replaceData));
    }

    private Answer list(Call call) {
        int page = paging.page(call);
        Query query = call.query();
        ProfileQuery wanted = new ProfileQuery(
                page,
                paging.perPage(query),
                sort(query),
                ascending(query),
                query.text("search_text").orElse(null),
                query.date("filter_date_start").orElse(null),
                query.date("filter_date_end").orElse(null));
        return paging.answer(page, people(call).list(wanted), profile -> JsonText.of(Wire.profile(profile)));
    }

    private static Sort sort(Query query) {
        String field = query.text("sort_field").orElse("updated_at");
        return switch (field) {
            case "updated_at" -> Sort.UPDATED_AT;
            case "created_at" -> Sort.CREATED_AT;
            default -> throw Refusal.invalid("query.sort_field should be equal to one of the allowed values");
        };
    }

    private static boolean ascending(Query query) {
        String order = query.text("sort_order").orElse("descending");
        return switch (order) {
            case "ascending" -> true;
            case "descending" -> false;
            default -> throw Refusal.invalid("query.sort_order should be equal to one of the allowed values");
        };
    }

    private static Answer create(Call call) {
        Profile profile = people(call).create(card(call.body()));
        return Answer.added(JsonText.of(Map.of("people_id", profile.peopleId())));
    }

    private static Answer get(Call call) {
        return Answer.resolved(JsonText.of(Wire.profile(people(call).get(call.peopleId()))));
    }

    private static Answer patch(Call call) {
        people(call).patch(call.peopleId(), card(call.body()));
        return Answer.updated();
    }

    private static Answer replace(Call call) {
        people(call).replace(call.peopleId(), card(call.body()));
        return Answer.saved();
    }

    private static Answer remove(Call call) {
        people(call).remove(call.peopleId());
        return Answer.deleted();
    }

    private static Answer data(Call call) {
        return Answer.resolved(
                JsonText.of(Map.of("data", people(call).get(call.peopleId()).data())));
    }

    private static Answer patchData(Call call) {
        people(call).patchData(call.peopleId(), requiredData(call.body()));
        return Answer.updated();
    }

    private static Answer replaceData(Call call) {
        people(call).replaceData(call.peopleId(), requiredData(call.body()));
        return Answer.saved();
    }

    private static Map<String, Object> requiredData(Body body) {
        body.require("data");
        return body.data("data").orElseThrow();
    }

    private static ProfileCard card(Body body) {
        Optional<Map<String, Object>> person = body.object("person").map(Body::values);
        Optional<Map<String, Object>> company = body.object("company").map(Body::values);
        return new ProfileCard(
                body.text("email").orElse(null),
                person.orElse(null),
                company.orElse(null),
                body.texts("segments").orElse(null),
                body.text("notepad").orElse(null),
                body.whole("active").map(Instant::ofEpochMilli).orElse(null));
    }

    private static People people(Call call) {
        return call.workspace().people();
    }
}
