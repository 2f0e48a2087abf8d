package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.switches.Switch;
import dev.crispconnect.simulator.switches.Switches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is chosen where nobody knows how Crisp behaves. */
record SwitchSection(Switches switches) implements Section {

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/switches", "every switch, its values and the one in force", call -> all()),
                new AdminRoute("PUT", "/switches", "sets several: {\"<name>\": \"<value>\"}", this::setAll),
                new AdminRoute("DELETE", "/switches", "back to our choices", call -> reset()),
                new AdminRoute("GET", "/switches/{name}", "one switch", this::one),
                new AdminRoute("PUT", "/switches/{name}", "sets one: {\"value\": \"<value>\"}", this::setOne));
    }

    private Object all() {
        return Switches.known().stream().map(this::described).toList();
    }

    private Object setAll(AdminCall call) {
        // all are read before the first is set, so that a typo changes nothing
        call.body().values().forEach((name, value) -> known(name).parse(text(name, value)));
        call.body().values().forEach((name, value) -> switches.set(name, text(name, value)));
        return all();
    }

    private Object reset() {
        switches.reset();
        return all();
    }

    private Object one(AdminCall call) {
        return described(known(call.path().get("name")));
    }

    private Object setOne(AdminCall call) {
        Switch<?> which = known(call.path().get("name"));
        Input body = call.body().only("value");
        switches.set(which.name(), text("value", body.any("value")));
        return described(which);
    }

    private static Switch<?> known(String name) {
        List<String> names = Switches.known().stream().map(Switch::name).toList();
        if (!names.contains(name)) {
            throw Refused.absent("switch", name, names);
        }
        return Switches.named(name);
    }

    private static String text(String name, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw Refused.invalid("The value of " + name + " should be a text or a number, not " + value + ".");
        }
        return value.toString();
    }

    private Map<String, Object> described(Switch<?> which) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", which.name());
        described.put("question", which.question());
        described.put("values", which.values());
        described.put("value", switches.inForce().get(which.name()));
        return described;
    }
}
