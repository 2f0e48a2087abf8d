package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.TakenException;
import java.util.List;
import java.util.Map;

/** What visitors and operators do. */
record ActionSection(Places places, List<AdminAction> actions) implements Section {

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/actions", "what visitors and operators can do", call -> all()),
                new AdminRoute("POST", "/actions/{name}", "lets one of them do it", this::perform));
    }

    private Object all() {
        return actions.stream()
                .map(action -> Map.of("name", action.name(), "fields", action.fields()))
                .toList();
    }

    private Object perform(AdminCall call) {
        AdminAction action = named(call.path().get("name"));
        Input input = call.body().only(action.known());
        try {
            return action.perform(places.of(input), input);
        } catch (AbsentException absent) {
            throw Refused.absent("There is " + absent.getMessage() + ".");
        } catch (TakenException taken) {
            throw Refused.conflict("The field " + taken.getMessage() + ".");
        } catch (IllegalStateException untimely) {
            throw Refused.conflict(untimely.getMessage() + ".");
        }
    }

    private AdminAction named(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.absent(
                        "action", name, actions.stream().map(AdminAction::name).toList()));
    }
}
