package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.workspace.Availability;
import dev.crispconnect.simulator.workspace.Membership;
import dev.crispconnect.simulator.workspace.Operators;
import dev.crispconnect.simulator.workspace.WebsiteSettings;
import dev.crispconnect.simulator.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Websites, their settings and whether anybody is there (Crisp API reference, sections 3.13 and 4.8). */
final class WebsiteRoutes {

    private static final String WEBSITE = "/website/{website_id}";
    private static final Shape NEW_WEBSITE =
            Shape.object(Shape.TEXT, "name", "domain").requiring("name", "domain");
    private static final Shape SETTINGS = Shape.like(WebsiteSettings.INITIAL);

    private final HttpApi.Parts parts;
    private final SecondProof proof;

    WebsiteRoutes(HttpApi.Parts parts, SecondProof proof) {
        this.parts = parts;
        this.proof = proof;
    }

    List<Route> routes() {
        return List.of(
                Route.read("HEAD", "/website", this::find),
                Route.write("POST", "/website", this::create).onlyFor(Tier.USER),
                Route.read("GET", WEBSITE, WebsiteRoutes::get),
                Route.write("DELETE", WEBSITE, this::remove).onlyFor(Tier.USER),
                Route.write("DELETE", WEBSITE + "/expunge", WebsiteRoutes::keep).onlyFor(Tier.USER),
                Route.read("GET", WEBSITE + "/settings", WebsiteRoutes::settings),
                Route.write("PATCH", WEBSITE + "/settings", WebsiteRoutes::changeSettings),
                Route.read("GET", WEBSITE + "/availability/status", WebsiteRoutes::status)
                        .needing("website:availability"),
                Route.read("GET", WEBSITE + "/availability/operators", this::availability)
                        .needing("website:availability"));
    }

    /** Any caller may ask for any domain: whether it is answered for websites out of reach is not known. */
    private Answer find(Call call) {
        String domain = call.query()
                .text("domain")
                .orElseThrow(() -> Refusal.invalid("query should have required property '.domain'"));
        boolean known = parts.workspaces().values().stream()
                .anyMatch(workspace -> workspace.settings().isAt(domain));
        if (!known) {
            throw Refusal.of(404, "website_not_found");
        }
        return Answer.resolved(JsonText.of(Map.of()));
    }

    private Answer create(Call call) {
        Map<String, Object> values = NEW_WEBSITE.of(call.body());
        Workspace workspace = parts.newWebsites().get();
        workspace.settings().change(values);
        workspace.settings().change(Map.of("domain_alternates", List.of()));
        String websiteId = workspace.website().websiteId();
        parts.tokens().allow(call.token(), websiteId);
        return Answer.added(JsonText.of(Map.of("website_id", websiteId)));
    }

    private static Answer get(Call call) {
        return Answer.resolved(JsonText.of(Wire.website(call.workspace().website())));
    }

    private Answer remove(Call call) {
        proof.require(call);
        call.workspace().settings().scheduleRemoval(parts.clock().instant());
        return Answer.deleted();
    }

    private static Answer keep(Call call) {
        call.workspace().settings().abortRemoval();
        return Answer.deleted();
    }

    private static Answer settings(Call call) {
        return Answer.resolved(JsonText.of(call.workspace().settings().all()));
    }

    private static Answer changeSettings(Call call) {
        call.workspace().settings().change(SETTINGS.of(call.body()));
        return Answer.updated();
    }

    private static Answer status(Call call) {
        Operators operators = call.workspace().operators();
        Availability status = operators.isAnybodyOnline() ? Availability.ONLINE : Availability.AWAY;
        return Answer.resolved(JsonText.of(
                Map.of("status", status.wire(), "since", operators.since().toEpochMilli())));
    }

    private Answer availability(Call call) {
        Instant now = parts.clock().instant();
        return Answer.listed(
                false,
                JsonText.of(call.workspace().operators().list().stream()
                        .filter(member -> member.type() == Membership.Type.OPERATOR)
                        .map(member -> availability(member, now))
                        .toList()));
    }

    private static Map<String, Object> availability(Membership member, Instant now) {
        long since = member.since().toEpochMilli();
        return Map.of(
                "user_id",
                member.userId(),
                "type",
                member.availability().wire(),
                "time",
                Map.of("for", now.toEpochMilli() - since, "since", since));
    }
}
