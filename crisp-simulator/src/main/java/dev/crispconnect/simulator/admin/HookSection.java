package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.hook.Attempt;
import dev.crispconnect.simulator.hook.Hook;
import dev.crispconnect.simulator.hook.Hooks;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is told by web hooks, how that went, and what is to go wrong with it. */
record HookSection(Hooks hooks, Places places) implements Section {

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/hooks", "every hook, without its secret", call -> all()),
                new AdminRoute(
                        "POST",
                        "/hooks",
                        "a website's: {\"url\": \"http://..\", \"events\": [..]}; with a pluginId and a secret, a plugin's",
                        this::add),
                new AdminRoute("DELETE", "/hooks", "nobody is told any more, and nothing goes wrong", call -> clear()),
                new AdminRoute("GET", "/hooks/attempts", "the newest attempts", call -> attempts()),
                new AdminRoute(
                        "POST", "/hooks/faults", "{\"twice\": <n events>, \"late\": <n deliveries>}", this::spoil));
    }

    private Object all() {
        return hooks.all().stream().map(HookSection::described).toList();
    }

    private Object add(AdminCall call) {
        Input body = call.body().only("url", "events", "pluginId", "secret", "websiteId");
        URI url = URI.create(body.text("url"));
        if (body.has("secret")) {
            // only a plugin's are signed
            body.text("pluginId");
        }
        body.any("events");
        Set<String> events = Set.copyOf(body.texts("events"));
        events.forEach(EventNames::known);
        Hook hook = body.has("pluginId")
                ? Hook.plugin(body.text("pluginId"), url, body.text("secret"), events)
                : Hook.website(places.of(body).website().websiteId(), url, events);
        hooks.add(hook);
        return described(hook);
    }

    private Object clear() {
        hooks.reset();
        return all();
    }

    private Object attempts() {
        return hooks.attempts().stream().map(HookSection::described).toList();
    }

    private Object spoil(AdminCall call) {
        Input body = call.body().only("twice", "late");
        hooks.faults().twice(body.count("twice", 0));
        hooks.faults().late(body.count("late", 0));
        return Map.of();
    }

    private static Map<String, Object> described(Hook hook) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("origin", hook.origin());
        described.put(
                "url",
                hook.url().getScheme() + "://" + hook.url().getAuthority()
                        + hook.url().getPath());
        described.put("events", hook.events().stream().sorted().toList());
        described.put("signed", hook.secret() != null);
        return described;
    }

    private static Map<String, Object> described(Attempt attempt) {
        Map<String, Object> described = Components.of(attempt);
        described.put("time", attempt.time().toString());
        return described;
    }
}
