package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Installations;
import dev.crispconnect.simulator.access.Installations.Installation;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a plugin may ask about itself (Crisp API reference, section 3.14). */
final class PluginRoutes {

    private static final String CONNECT = "/plugin/connect";

    private final Installations installations;
    private final Tokens tokens;
    private final Paging paging;

    PluginRoutes(HttpApi.Parts parts, Switches switches) {
        this.installations = parts.installations();
        this.tokens = parts.tokens();
        this.paging = new Paging(switches);
    }

    List<Route> routes() {
        return Stream.of(
                        Route.read("GET", CONNECT + "/account", this::account),
                        Route.read("HEAD", CONNECT + "/session", PluginRoutes::session),
                        Route.read("GET", CONNECT + "/session", PluginRoutes::session),
                        Route.read("GET", CONNECT + "/websites/all", this::all),
                        Route.read("GET", CONNECT + "/websites/all/{page}", this::all),
                        Route.read("GET", CONNECT + "/websites/since", this::since))
                .map(route -> route.onlyFor(Tier.PLUGIN))
                .toList();
    }

    private Answer account(Call call) {
        return Answer.resolved(JsonText.of(Map.of("plugin_id", installations.pluginId())));
    }

    private static Answer session(Call call) {
        return Answer.resolved(JsonText.of(Map.of()));
    }

    private Answer all(Call call) {
        int page = paging.page(call);
        List<Installation> found = installations(call.query())
                .filter(Installation::installed)
                .filter(installation -> tokens.reaches(call.token(), installation.websiteId()))
                .skip((page - 1L) * Paging.SMALLEST)
                .limit(Paging.SMALLEST + 1L)
                .toList();
        boolean more = found.size() > Paging.SMALLEST;
        return paging.answer(
                page,
                new Page<>(more ? found.subList(0, Paging.SMALLEST) : found, more),
                installation -> JsonText.of(wire(installation, call.query())));
    }

    private Answer since(Call call) {
        Instant since = call.query()
                .date("date_since")
                .orElseThrow(() -> Refusal.invalid("query should have required property '.date_since'"));
        return Answer.listed(
                false,
                JsonText.of(installations(call.query())
                        .filter(installation -> !installation.since().isBefore(since))
                        .map(installation -> withDifference(installation, call.query()))
                        .toList()));
    }

    private Stream<Installation> installations(Query query) {
        boolean configuredOnly = query.flag("filter_configured");
        return installations.all().stream().filter(installation -> !configuredOnly || installation.configured());
    }

    private static Map<String, Object> withDifference(Installation installation, Query query) {
        Map<String, Object> wire = wire(installation, query);
        wire.put("difference", installation.installed() ? "added" : "removed");
        return wire;
    }

    private static Map<String, Object> wire(Installation installation, Query query) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("website_id", installation.websiteId());
        wire.put("token", installation.token());
        wire.put("settings", installation.settings());
        if (query.flag("include_plan")) {
            if (installation.plan() != null) {
                wire.put("plan", plan(installation.plan()));
            }
            wire.put("price", installation.price());
        }
        return wire;
    }

    private static Map<String, Object> plan(String name) {
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return Map.of("id", id, "name", name, "trialing", false);
    }
}
