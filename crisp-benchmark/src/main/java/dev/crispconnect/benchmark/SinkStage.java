package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.journal.Entry;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.workspace.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What a run of the sink takes place between: a topic of commands and a simulated Crisp, which stores a message that is sent
 * twice twice. The sink itself is one task of one worker at a time.
 */
record SinkStage(Lab lab, int run, CrispSimulator simulator, SinkLoad load, CommandTopic topic)
        implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** An empty topic, and a simulator with as many conversations. */
    static SinkStage open(Lab lab, SimulatorSettings settings, int conversations, int commands) {
        int run = lab.nextRun();
        CrispSimulator simulator = CrispSimulator.start(settings.withJournalLimit(4 * commands)
                .with(WorkspaceSwitch.REPEATED_FINGERPRINT, WorkspaceSwitch.RepeatedFingerprint.TWIN));
        simulator.workspace().seed(conversations, 0, 0);
        List<String> sessions = simulator.workspace().conversations().all().stream()
                .map(Conversation::sessionId)
                .toList();
        return new SinkStage(
                lab, run, simulator, new SinkLoad(commands, sessions), CommandTopic.create(lab, "commands-" + run));
    }

    /** A worker that continues what the one before it left, the connector included. */
    Lab.Worker startWorker(List<String> memory) {
        return lab.startWorker("crisp-sink", run, memory);
    }

    String connector() {
        return "sink-" + run;
    }

    /** The connector's settings: the defaults, but for the number in flight. */
    Map<String, String> config(int inFlight) {
        return Map.ofEntries(
                Map.entry("connector.class", "dev.crispconnect.sink.CrispSinkConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("topics", topic.name()),
                Map.entry("key.converter", "org.apache.kafka.connect.storage.StringConverter"),
                Map.entry("value.converter", "org.apache.kafka.connect.storage.StringConverter"),
                Map.entry("crisp.api.url", simulator.url().toString()),
                Map.entry("crisp.token.tier", "website"),
                Map.entry("crisp.token.identifier", simulator.websiteToken().identifier()),
                Map.entry("crisp.token.key", simulator.websiteToken().key()),
                Map.entry("crisp.website.id", simulator.workspace().website().websiteId()),
                Map.entry("max.in.flight", Integer.toString(inFlight)));
    }

    /** How many messages were sent so far. The commands are messages: each is a POST, and nothing else is. */
    long sent() {
        return count("POST ");
    }

    /** How many other calls there were: look-ups, but for one when the connector was configured. */
    long read() {
        return count("GET ");
    }

    /** The calls that sent messages, in the order in which they arrived. */
    List<Entry> sends() {
        return simulator.journal().entries().stream()
                .filter(entry -> entry.method().equals("POST"))
                .toList();
    }

    void awaitSent(long messages) {
        await(() -> sent() >= messages);
    }

    /** Waits until the worker has committed that many commands as done. */
    void awaitCommitted(Lab.Worker worker, long commands) {
        await(() -> worker.committed(connector()) >= commands);
    }

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** What became of the commands so far. */
    DeliveryCheck check() {
        return DeliveryCheck.of(simulator.workspace(), load);
    }

    @Override
    public void close() {
        simulator.close();
    }

    private long count(String method) {
        return simulator.journal().counts().entrySet().stream()
                .filter(route -> route.getKey().startsWith(method))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
