package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.People;
import dev.crispconnect.simulator.workspace.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** People profiles and their custom data (Crisp API reference, section 3.11). */
final class PeopleRoutes {

    private static final String PEOPLE = "/website/{website_id}/people";
    private static final String PROFILE = PEOPLE + "/profile/{people_id}";
    private static final String DATA = PEOPLE + "/data/{people_id}";
    private static final Shape DATA_BODY =
            Shape.object(Map.of("data", Shape.DATA)).requiring("data");

    private final Paging paging;
    private final ProfileSearch search;

    PeopleRoutes(Switches switches) {
        this.paging = new Paging(switches);
        this.search = new ProfileSearch(paging);
    }

    List<Route> routes() {
        return Stream.concat(
                        profiles().map(route -> route.needing("website:people:profiles")),
                        data().map(route -> route.needing("website:people:data")))
                .toList();
    }

    private Stream<Route> profiles() {
        return Stream.of(
                Route.read("GET", PEOPLE + "/stats", PeopleRoutes::stats),
                Route.read("GET", PEOPLE + "/profiles", this::list),
                Route.read("GET", PEOPLE + "/profiles/{page}", this::list),
                Route.write("POST", PEOPLE + "/profile", PeopleRoutes::create),
                Route.read("HEAD", PROFILE, PeopleRoutes::get),
                Route.read("GET", PROFILE, PeopleRoutes::get),
                Route.write("PATCH", PROFILE, PeopleRoutes::patch),
                Route.write("PUT", PROFILE, PeopleRoutes::replace),
                Route.write("DELETE", PROFILE, PeopleRoutes::remove));
    }

    private static Stream<Route> data() {
        return Stream.of(
                Route.read("GET", DATA, PeopleRoutes::getData),
                Route.write("PATCH", DATA, PeopleRoutes::patchData),
                Route.write("PUT", DATA, PeopleRoutes::replaceData));
    }

    private static Answer stats(Call call) {
        return Answer.resolved(JsonText.of(Map.of("total", people(call).count())));
    }

    private Answer list(Call call) {
        int page = paging.page(call);
        return paging.answer(
                page,
                people(call).list(search.query(call.query(), page)),
                profile -> JsonText.of(Wire.profile(profile)));
    }

    private static Answer create(Call call) {
        Profile profile = people(call).create(ProfileShape.card(call.body()));
        return Answer.added(JsonText.of(Map.of("people_id", profile.peopleId())));
    }

    private static Answer get(Call call) {
        return Answer.resolved(JsonText.of(Wire.profile(people(call).get(call.peopleId()))));
    }

    private static Answer patch(Call call) {
        people(call).patch(call.peopleId(), ProfileShape.card(call.body()));
        return Answer.updated();
    }

    private static Answer replace(Call call) {
        people(call).replace(call.peopleId(), ProfileShape.card(call.body()));
        return Answer.saved();
    }

    private static Answer remove(Call call) {
        people(call).remove(call.peopleId());
        return Answer.deleted();
    }

    private static Answer getData(Call call) {
        return Answer.resolved(
                JsonText.of(Map.of("data", people(call).get(call.peopleId()).data())));
    }

    private static Answer patchData(Call call) {
        people(call).patchData(call.peopleId(), dataOf(call.body()));
        return Answer.updated();
    }

    private static Answer replaceData(Call call) {
        people(call).replaceData(call.peopleId(), dataOf(call.body()));
        return Answer.saved();
    }

    @SuppressWarnings("unchecked") // the shape has been checked
    private static Map<String, Object> dataOf(Body body) {
        return (Map<String, Object>) DATA_BODY.of(body).get("data");
    }

    private static People people(Call call) {
        return call.workspace().people();
    }
}
