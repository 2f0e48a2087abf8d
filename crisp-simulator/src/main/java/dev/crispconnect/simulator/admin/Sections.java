package dev.crispconnect.simulator.admin;

import java.util.List;

/** All parts of the admin API. A new part is one line here. */
final class Sections {

    private Sections() {}

    static List<Section> of(Simulated simulator) {
        Places places = new Places(simulator);
        return List.of(
                new FaultSection(simulator),
                new SwitchSection(simulator.switches()),
                new JournalSection(simulator.journal()),
                new ActionSection(places, Actions.all()),
                new WorkspaceSection(simulator, places),
                new TokenSection(simulator, places),
                new RealtimeSection(simulator.realtime()),
                new HookSection(simulator.hooks(), places),
                new ClockSection(simulator));
    }
}
