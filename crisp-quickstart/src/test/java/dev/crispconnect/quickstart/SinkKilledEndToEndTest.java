package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A worker with a sink is killed at named points of its life, again and again, while commands come in; and Crisp stores a
 * twin of whatever is sent twice.
 */
class SinkKilledEndToEndTest {
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);
    private static final int PARTITIONS = 3;
    private static final KillPlan PLAN = KillPlan.ofThisRun();

    private static RunningKafka kafka;

    @BeforeAll
    static void start() {
        kafka = new RunningKafka();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void everyCommandTakesEffectOnceInOrderAndIsAnswered() {
        PLAN.run(SinkPoints.ALL, SinkKilledEndToEndTest::round);
    }

    private static String round(long seed, List<KillPoint> points) throws Exception {
        var name = "commanded-" + seed;
        var settings = SimulatorSettings.defaults()
                .withSeed(seed)
                .withThinkTime(Duration.ofMillis(10))
                .with(WorkspaceSwitch.REPEATED_FINGERPRINT, RepeatedFingerprint.TWIN);
        try (var crisp = new SimulatedWebsite(settings);
                var topics = kafka.topics(PARTITIONS, name + ".commands", name + ".results", name + ".dead-letters");
                var workers = new MortalWorkers(kafka.bootstrap(), name, true)) {
            var ledger = new SinkLedger(crisp, topics, name);
            var script = new CommandScript(crisp.workspace(), seed);
            var scene = new Scene(kafka, crisp.simulator(), topics, name, new Random(seed));
            for (var point : points) {
                try (var watch = point.lookOut().apply(scene)) {
                    workers.begin();
                    if (workers.lives() == 1) {
                        workers.install(name, config(crisp, name));
                    }
                    issue(script, name + ".commands", ledger);
                    workers.killAt(point.words(), watch);
                }
            }
            workers.begin();
            topics.until(CATCHING_UP, () -> {
                ledger.assertEveryCommandIsAnswered();
                assertThat(kafka.committed("connect-" + name)).isEqualTo(kafka.ends(name + ".commands", PARTITIONS));
            });
            ledger.assertAnswersAgree();
            ledger.assertEveryCommandTookEffectOnceAndInOrder();
            return ledger.figures();
        }
    }

    private static void issue(CommandScript script, String topic, SinkLedger ledger) throws Exception {
        for (var command : script.next()) {
            ledger.issued(command, kafka.write(new ProducerRecord<>(topic, command.key(), command.value())));
        }
    }

    private static Map<String, String> config(SimulatedWebsite crisp, String name) {
        var config = crisp.sink(kafka.bootstrap(), name, name + ".commands");
        config.putAll(Map.of(
                "tasks.max", "2",
                "validate.live", "false",
                "max.in.flight", "8",
                "max.uncommitted.records", "40",
                "lookup.delay.ms", "200",
                "consumer.override.session.timeout.ms", "6000",
                "consumer.override.heartbeat.interval.ms", "1000"));
        return config;
    }
}
