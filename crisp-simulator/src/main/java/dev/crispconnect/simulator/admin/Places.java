package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.workspace.Workspace;
import java.util.List;

/** Finds the websites that requests name. */
record Places(Simulated simulator) {

    /** The website of the field {@code websiteId}; the default one when it is not given. */
    Workspace of(Input input) {
        return input.optionalText("websiteId").map(this::named).orElseGet(simulator::workspace);
    }

    Workspace named(String websiteId) {
        Workspace workspace = simulator.workspaces().get(websiteId);
        if (workspace == null) {
            throw Refused.absent("website", websiteId, ids());
        }
        return workspace;
    }

    List<String> ids() {
        return simulator.workspaces().keySet().stream().sorted().toList();
    }
}
