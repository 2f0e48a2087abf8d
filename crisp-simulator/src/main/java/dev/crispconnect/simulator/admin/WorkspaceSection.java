package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.traffic.TrafficControl.Flow;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Websites, their past and their visitors. */
record WorkspaceSection(Simulated simulator, Places places) implements Section {

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/websites", "every website and how much it holds", call -> websites()),
                new AdminRoute(
                        "POST", "/websites", "a new one: {\"websiteId\": \"<uuid>\", \"plugin\": true}", this::add),
                new AdminRoute("PUT", "/websites/{website_id}/plugin", "installs the plugin", this::install),
                new AdminRoute(
                        "DELETE",
                        "/websites/{website_id}/plugin",
                        "removes the plugin: 404 not_subscribed",
                        this::remove),
                new AdminRoute(
                        "POST",
                        "/seed",
                        "a past: {\"conversations\": <n>, \"messages\": <in each>, \"profiles\": <n>}",
                        this::seed),
                new AdminRoute("GET", "/traffic", "visitors at work, by website", call -> traffic()),
                new AdminRoute("PUT", "/traffic", "lets visitors in: {\"eventsPerSecond\": <n>}", this::start),
                new AdminRoute("DELETE", "/traffic", "visitors leave", call -> stop()));
    }

    private Object websites() {
        return places.ids().stream().map(id -> described(places.named(id))).toList();
    }

    private Object add(AdminCall call) {
        Input body = call.body().only("websiteId", "plugin");
        String websiteId = body.text("websiteId");
        if (places.ids().contains(websiteId)) {
            throw Refused.conflict("There is a website " + websiteId + " already.");
        }
        return described(simulator.addWebsite(websiteId, body.flag("plugin", true)));
    }

    private Object install(AdminCall call) {
        Workspace workspace = places.named(call.path().get("website_id"));
        simulator.installPlugin(id(workspace));
        return described(workspace);
    }

    private Object remove(AdminCall call) {
        Workspace workspace = places.named(call.path().get("website_id"));
        simulator.removePlugin(id(workspace));
        return described(workspace);
    }

    private Object seed(AdminCall call) {
        Input body = call.body().only("conversations", "messages", "profiles", "websiteId");
        Workspace workspace = places.of(body);
        workspace.seed(body.count("conversations", 0), body.count("messages", 0), body.count("profiles", 0));
        return described(workspace);
    }

    private Object traffic() {
        Map<String, Object> flows = new LinkedHashMap<>();
        simulator.traffic().flows().forEach((id, flow) -> flows.put(id, described(flow)));
        return flows;
    }

    private Object start(AdminCall call) {
        Input body = call.body().only("eventsPerSecond", "seed", "websiteId");
        double pace = body.number("eventsPerSecond", 0);
        if (!(pace > 0)) {
            throw Refused.invalid("The field eventsPerSecond should be more than 0; DELETE /admin/traffic stops it.");
        }
        simulator
                .traffic()
                .start(places.of(body), pace, body.optionalLong("seed").orElse(1L));
        return traffic();
    }

    private Object stop() {
        simulator.traffic().close();
        return traffic();
    }

    private Map<String, Object> described(Workspace workspace) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("websiteId", id(workspace));
        described.put("plugin", simulator.tokens().reaches(simulator.pluginToken(), id(workspace)));
        described.put("conversations", workspace.conversations().count());
        described.put("profiles", workspace.people().count());
        return described;
    }

    private static Map<String, Object> described(Flow flow) {
        return Map.of("eventsPerSecond", flow.eventsPerSecond(), "performed", flow.performed());
    }

    private static String id(Workspace workspace) {
        return workspace.website().websiteId();
    }
}
