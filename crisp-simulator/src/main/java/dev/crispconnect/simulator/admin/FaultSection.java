package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.fault.FaultPlan;
import java.util.List;
import java.util.Map;

/** What is to go wrong. */
final class FaultSection implements Section {

    private final Simulated simulator;
    private final FaultPlan faults;
    private final PlanJson json;

    FaultSection(Simulated simulator) {
        this.simulator = simulator;
        this.faults = simulator.faults();
        this.json = new PlanJson(simulator.routes());
    }

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/faults", "what is still to come, and which faults there are", call -> all()),
                new AdminRoute("POST", "/faults", "plans one: {\"fault\": \"<name>\", ..}", this::add),
                new AdminRoute("DELETE", "/faults", "forgets all that is to come", call -> clear()),
                new AdminRoute("DELETE", "/faults/{id}", "forgets one", this::cancel),
                new AdminRoute("POST", "/faults/release", "ends every silence", call -> release()),
                new AdminRoute("GET", "/routes", "the routes of the REST API", call -> simulator.routes()));
    }

    private Object all() {
        return Map.of(
                "planned", faults.pending().stream().map(PlanJson::written).toList(),
                "silent", faults.silent(),
                "known",
                        FaultWords.all().stream()
                                .map(word -> Map.of("fault", word.name(), "fields", word.fields()))
                                .toList());
    }

    private Object add(AdminCall call) {
        return Map.of("id", faults.add(json.read(call.body())));
    }

    private Object clear() {
        faults.clear();
        return all();
    }

    private Object cancel(AdminCall call) {
        String id = call.path().get("id");
        List<String> planned = faults.pending().stream()
                .map(pending -> Long.toString(pending.id()))
                .toList();
        if (!planned.contains(id) || !faults.cancel(Long.parseLong(id))) {
            throw Refused.absent("planned fault", id, planned);
        }
        return all();
    }

    private Object release() {
        return Map.of("released", faults.release());
    }
}
