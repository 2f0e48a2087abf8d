package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A worker with a source is killed at named points of its life, again and again, while visitors and operators go on. */
class SourceKilledEndToEndTest {
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);
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
    void whereTheWorkerSupportsExactlyOnceNothingIsLostAndNothingComesTwice() {
        PLAN.run(SourcePoints.ALL, (seed, points) -> {
            var ledger = round("once-" + seed, true, seed, points);
            ledger.assertNothingCameTwice();
            return ledger.figures();
        });
    }

    @Test
    void whereItDoesNotNothingIsLostAndOrderIsKeptButForRepeats() {
        PLAN.run(SourcePoints.ALL, (seed, points) -> round("least-" + seed, false, seed, points)
                .figures());
    }

    /** Returns what was checked to be complete. */
    private static SourceLedger round(String name, boolean exactlyOnce, long seed, List<KillPoint> points)
            throws Exception {
        try (var crisp = new SimulatedWebsite(SimulatorSettings.defaults().withSeed(seed));
                var topics = kafka.topics(3, name + ".conversations", name + ".messages", name + ".people");
                var workers = new MortalWorkers(kafka.bootstrap(), name, exactlyOnce)) {
            crisp.workspace().seed(90, 3, 20);
            crisp.workspace().seed(6, 90, 0);
            var scene = new Scene(kafka, crisp.simulator(), topics, name, new Random(seed));
            try (var traffic = new LiveTraffic(crisp.workspace(), seed)) {
                die(workers, scene, points, config(crisp, name, exactlyOnce));
                traffic.requireUnharmed();
            }
            var ledger = new SourceLedger(crisp, topics, name);
            workers.begin();
            topics.until(CATCHING_UP, ledger::assertNothingIsMissing);
            crisp.workspace().visitorWrites(crisp.sessionIds().get(0), "nothing comes after this");
            topics.until(CATCHING_UP, ledger::assertNothingIsMissing);
            return ledger;
        }
    }

    private static void die(MortalWorkers workers, Scene scene, List<KillPoint> points, Map<String, String> config) {
        for (var point : points) {
            try (var watch = point.lookOut().apply(scene)) {
                workers.begin();
                if (workers.lives() == 1) {
                    workers.install(scene.name(), config);
                }
                workers.killAt(point.words(), watch);
            }
        }
    }

    private static Map<String, String> config(SimulatedWebsite crisp, String name, boolean exactlyOnce) {
        var config = crisp.source(name);
        config.put("validate.live", "false");
        // with this a worker that does not support it refuses the configuration
        config.put("exactly.once.support", exactlyOnce ? "required" : "requested");
        return config;
    }
}
