package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.traffic.VisitorTraffic;
import java.net.URI;

/** A Crisp of our own, with a past, and visitors once they are let in. */
final class SimulatedCrisp implements AutoCloseable {
    static final int CONVERSATIONS = 30;

    private static final int MESSAGES_EACH = 4;
    private static final int PROFILES = 20;

    private final SimulatorSettings settings;
    private final CrispSimulator simulator;
    private final VisitorTraffic traffic;

    SimulatedCrisp(SimulatorSettings settings) {
        this.settings = settings;
        this.simulator = CrispSimulator.start(settings);
        simulator.workspace().seed(CONVERSATIONS, MESSAGES_EACH, PROFILES);
        this.traffic = new VisitorTraffic(simulator.workspace(), settings.seed());
    }

    URI url() {
        return simulator.url();
    }

    Journal journal() {
        return simulator.journal();
    }

    /** The token is made up, hence no secret. */
    CrispAccess access() {
        var token = simulator.websiteToken();
        return new CrispAccess(
                simulator.url().toString(),
                token.tier().wire(),
                token.identifier(),
                token.key(),
                settings.websiteId());
    }

    /** From now on visitors, and operators, do this much; nothing at a rate of 0. */
    void letVisitorsIn(double eventsPerSecond) {
        if (eventsPerSecond > 0) {
            traffic.start(eventsPerSecond);
        }
    }

    @Override
    public void close() {
        traffic.close();
        simulator.close();
    }
}
