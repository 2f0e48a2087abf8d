package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.quickstart.worker.WorkerRest;
import dev.crispconnect.quickstart.worker.WorkerRestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.TransactionState;
import org.awaitility.Awaitility;

/** A Connect group of one worker at a time: each lives until it is killed, and the next goes on. */
final class MortalWorkers implements AutoCloseable {
    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(90);
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(40);
    private static final Set<TransactionState> ENDS =
            EnumSet.of(TransactionState.COMPLETE_ABORT, TransactionState.COMPLETE_COMMIT, TransactionState.EMPTY);

    private final String group;
    private final Path folder;
    private final Map<String, String> settings;
    private int lives;
    private WorkerProcess living;

    /** @param exactlyOnce whether the workers support exactly-once sources */
    MortalWorkers(String bootstrap, String group, boolean exactlyOnce) {
        this.group = group;
        this.folder = folder(group);
        this.settings = settings(bootstrap, group);
        settings.put("exactly.once.source.support", exactlyOnce ? "enabled" : "disabled");
    }

    /** The topic of the group's source offsets, of one partition. */
    static String offsetsTopic(String group) {
        return group + "-offsets";
    }

    /** From the next worker on, each that is silent for less stays in its group. */
    void staySilentFor(Duration duration) {
        settings.put("session.timeout.ms", Long.toString(duration.toMillis()));
    }

    /** The next worker begins; does not wait for it. */
    void begin() {
        living = WorkerProcess.start(folder, "life-" + ++lives, settings);
    }

    /** Begins one unless one lives. */
    void beginUnlessOneLives() {
        if (living == null || !living.isAlive()) {
            begin();
        }
    }

    /** How many there were. */
    int lives() {
        return lives;
    }

    /** Gives the living worker a connector; those after it know it. */
    void install(String connector, Map<String, String> config) {
        var rest = new WorkerRest(living.url());
        Awaitility.await()
                .atMost(LONGEST_LIFE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(e -> e instanceof WorkerRestException refusal && refusal.soonBetter())
                .untilAsserted(() -> rest.putConfig(connector, config));
    }

    /** Kills the living worker when the point of its life has come. */
    void killAt(String point, Watch watch) {
        Awaitility.await("the worker of " + living.log() + " lives until " + point)
                .pollInSameThread()
                .atMost(LONGEST_LIFE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    assertThat(living.isAlive())
                            .as("the worker of %s lives until it is killed", living.log())
                            .isTrue();
                    return watch.reached();
                });
        living.kill();
    }

    /**
     * Freezes the living worker amid a task's transaction, until the broker ends that, and lets it go on. What it was about to
     * commit at that moment may be committed: then it is frozen once more.
     *
     * @param connector has one task
     */
    void freezeUntilTheBrokerEndsATransaction(RunningKafka kafka, String connector) {
        var transaction = group + "-" + connector + "-0";
        Awaitility.await("a transaction of the worker of " + living.log() + " is ended by the broker")
                .pollInSameThread()
                .atMost(LONGEST_LIFE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() ->
                        kafka.transaction(transaction) == TransactionState.ONGOING && isAborted(kafka, transaction));
    }

    private boolean isAborted(RunningKafka kafka, String transaction) {
        living.freeze();
        try {
            return Awaitility.await("the transaction " + transaction + " ends")
                            .atMost(LONGEST_FREEZE)
                            .until(() -> kafka.transaction(transaction), ENDS::contains)
                    == TransactionState.COMPLETE_ABORT;
        } finally {
            living.thaw();
        }
    }

    /** Waits until a task of the connector has failed, and restarts it, as an operator would. */
    void restartWhatFails(String connector) {
        var rest = new WorkerRest(living.url());
        Awaitility.await("a task of " + connector + " fails")
                .atMost(LONGEST_LIFE)
                .ignoreExceptionsInstanceOf(WorkerRestException.class)
                .until(() -> rest.status(connector).failure().isPresent());
        rest.restartFailed(connector);
        Awaitility.await(connector + " runs again")
                .atMost(LONGEST_LIFE)
                .ignoreExceptionsInstanceOf(WorkerRestException.class)
                .until(() -> rest.status(connector).running());
    }

    @Override
    public void close() {
        if (living != null) {
            living.close();
        }
    }

    private static Path folder(String group) {
        try {
            return Files.createDirectories(Path.of("target", "soak", group).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(String bootstrap, String group) {
        var plugins = Repository.ROOT.resolve("crisp-source/target/plugin") + ","
                + Repository.ROOT.resolve("crisp-sink/target/plugin");
        var settings = new HashMap<>(Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", group,
                "listeners", "http://127.0.0.1:0",
                "plugin.path", plugins,
                "plugin.discovery", "service_load",
                "key.converter", JSON,
                "key.converter.schemas.enable", "false",
                "value.converter", JSON,
                "value.converter.schemas.enable", "false"));
        settings.putAll(Map.of(
                "config.storage.topic", group + "-configs",
                "config.storage.replication.factor", "1",
                "offset.storage.topic", offsetsTopic(group),
                "offset.storage.replication.factor", "1",
                "offset.storage.partitions", "1",
                "status.storage.topic", group + "-statuses",
                "status.storage.replication.factor", "1",
                "status.storage.partitions", "1"));
        // the dead are noticed soon, and what they left open is ended soon
        settings.putAll(Map.of(
                "producer.transaction.timeout.ms", "5000",
                "session.timeout.ms", "6000",
                "heartbeat.interval.ms", "1000",
                "scheduled.rebalance.max.delay.ms", "0",
                "offset.flush.interval.ms", "500"));
        return settings;
    }
}
