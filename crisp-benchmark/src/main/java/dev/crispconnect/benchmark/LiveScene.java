package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.workspace.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A workspace with visitors, and the source that hears of it. Visitors, simulator, broker and consumer are in one process, so
 * that one clock measures.
 */
record LiveScene(
        CrispSimulator simulator,
        Lab.Worker worker,
        String name,
        SourceConnector connector,
        Visitors visitors,
        Arrivals arrivals)
        implements AutoCloseable {

    static final int CONVERSATIONS = 1_000;

    /** Of these, so many are written to where not all are. */
    static final int ACTIVE = 100;

    /** Messages a second, where nothing else is said. */
    static final int PACE = 100;

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int PARTITIONS = 6;
    private static final int MOST_MESSAGES = 1_000_000;
    private static final Duration PROMPT = Duration.ofSeconds(1);

    /** Starts everything; what is there is read. */
    static LiveScene open(Lab lab, int run) {
        CrispSimulator simulator =
                CrispSimulator.start(SimulatorSettings.defaults().withJournalLimit(0));
        Lab.Worker worker = lab.startWorker("crisp-source", run, Lab.MEMORY);
        simulator.workspace().seed(CONVERSATIONS, 1, 0);
        List<String> sessions = simulator.workspace().conversations().all().stream()
                .map(Conversation::sessionId)
                .toList();
        Visitors visitors = new Visitors(simulator.workspace(), sessions, MOST_MESSAGES);
        SourceConnector connector = SourceConnector.following(simulator, "live-" + run + ".");
        connector.topics().forEach(topic -> lab.createTopic(topic, PARTITIONS));
        Arrivals arrivals = Arrivals.of(lab, connector.topics(), visitors::view);
        LiveScene scene = new LiveScene(simulator, worker, "live-" + run, connector, visitors, arrivals);
        scene.configure(Map.of());
        arrivals.await(2 * CONVERSATIONS, LONGEST);
        return scene;
    }

    /** All defaults but these. */
    void configure(Map<String, String> others) {
        SourceConnector configured = connector;
        for (Map.Entry<String, String> other : others.entrySet()) {
            configured = configured.with(other.getKey(), other.getValue());
        }
        worker.install(name, configured.config());
    }

    long calls() {
        return simulator.journal().total();
    }

    /** Waits until a message comes within a second: after a start, what was missed is read first. */
    void awaitPromptness() {
        arrivals.await(
                () -> {
                    int number = visitors.next();
                    visitors.write(1, PACE, ACTIVE);
                    arrivals.await(() -> visitors.seen(number, number + 1) == 1, LONGEST, "a message");
                    return visitors.latencies(number, number + 1).at(100).compareTo(PROMPT) < 0;
                },
                LONGEST,
                "a message within " + PROMPT);
    }

    /** Waits until nothing is left to be read, which the longest interval between two looks decides. */
    void settle(int burst) {
        visitors.change(0, ACTIVE, burst, CONVERSATIONS);
        arrivals.await(() -> visitors.changed(0, ACTIVE, burst) == ACTIVE, LONGEST, "what was changed");
    }

    @Override
    public void close() {
        arrivals.close();
        worker.close();
        simulator.close();
    }
}
