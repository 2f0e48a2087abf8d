package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A worker with a source is killed at named points of its life, again and again, while visitors and operators go on; or frozen
 * for so long that the broker ends what it had begun.
 */
class SourceKilledEndToEndTest {
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);
    private static final Duration LONGER_THAN_A_TRANSACTION = Duration.ofSeconds(60);
    private static final KillPlan PLAN = KillPlan.ofThisRun();

    private static RunningKafka kafka;

    private enum Mode {
        REALTIME,
        POLLING
    }

    /** @param name begins the names of its topics */
    private record Setup(String name, Mode mode, boolean exactlyOnce) {
        private Map<String, String> config(SimulatedWebsite crisp) {
            var config = crisp.source(name);
            config.put("capture.mode", mode == Mode.REALTIME ? "realtime" : "polling");
            config.put("validate.live", "false");
            config.put("quota.requests.per.day", "1000000");
            // with this a worker that does not support it refuses the configuration
            config.put("exactly.once.support", exactlyOnce ? "required" : "requested");
            return config;
        }
    }

    @BeforeAll
    static void start() {
        kafka = new RunningKafka();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void hearingWithExactlyOnceNothingIsLostAndNothingComesTwice() {
        PLAN.run(SourcePoints.REALTIME, (seed, points) -> once(Mode.REALTIME, seed, points));
    }

    @Test
    void hearingWithoutItNothingIsLostAndOrderIsKeptButForRepeats() {
        PLAN.run(SourcePoints.REALTIME, (seed, points) -> round(
                        new Setup("heard-least-" + seed, Mode.REALTIME, false), seed, points)
                .figures());
    }

    @Test
    void pollingWithExactlyOnceNothingIsLostAndNothingComesTwice() {
        PLAN.run(SourcePoints.POLLING, (seed, points) -> once(Mode.POLLING, seed, points));
    }

    @Test
    void pollingWithoutItNothingIsLostAndOrderIsKeptButForRepeats() {
        PLAN.run(SourcePoints.POLLING, (seed, points) -> round(
                        new Setup("polled-least-" + seed, Mode.POLLING, false), seed, points)
                .figures());
    }

    @Test
    void aTaskWhoseTransactionTheBrokerEndedGoesOnFromItsLastCommitOnceItIsRestarted() throws Exception {
        var ledger =
                round(new Setup("frozen-once", Mode.REALTIME, true), PLAN.seed(), SourceKilledEndToEndTest::freeze);
        ledger.assertNothingCameTwice();
    }

    private static String once(Mode mode, long seed, List<KillPoint> points) throws Exception {
        var name = (mode == Mode.REALTIME ? "heard-once-" : "polled-once-") + seed;
        var ledger = round(new Setup(name, mode, true), seed, points);
        ledger.assertNothingCameTwice();
        return ledger.figures();
    }

    private static SourceLedger round(Setup setup, long seed, List<KillPoint> points) throws Exception {
        return round(setup, seed, (workers, scene, config) -> die(workers, scene, points, config));
    }

    /** What becomes of the workers. */
    private interface Fate {
        void befall(MortalWorkers workers, Scene scene, Map<String, String> config);
    }

    /** Returns what was checked to be complete. */
    private static SourceLedger round(Setup setup, long seed, Fate fate) throws Exception {
        var name = setup.name();
        try (var crisp = new SimulatedWebsite(SimulatorSettings.defaults().withSeed(seed));
                var topics = kafka.topics(3, name + ".conversations", name + ".messages", name + ".people");
                var workers = new MortalWorkers(kafka.bootstrap(), name, setup.exactlyOnce())) {
            crisp.workspace().seed(90, 3, 20);
            crisp.workspace().seed(6, 90, 0);
            try (var chronicle = new Chronicle(crisp)) {
                var scene = new Scene(kafka, crisp.simulator(), topics, name, new Random(seed));
                try (var traffic = new LiveTraffic(crisp.workspace(), seed)) {
                    fate.befall(workers, scene, setup.config(crisp));
                    traffic.requireUnharmed();
                }
                var ledger = new SourceLedger(crisp, chronicle, topics, name);
                workers.beginUnlessOneLives();
                topics.until(CATCHING_UP, ledger::assertNothingIsMissing);
                if (setup.mode() == Mode.REALTIME) {
                    topics.until(CATCHING_UP, () -> assertThat(chronicle.connection())
                            .isPresent());
                    assertThatWhatIsToldComes(crisp, chronicle, topics, ledger);
                }
                crisp.workspace().visitorWrites(crisp.sessionIds().get(0), "nothing comes after this");
                topics.until(CATCHING_UP, ledger::assertNothingIsMissing);
                ledger.assertNothingIsMadeUp();
                ledger.assertWhatWasToldBeforeSomethingThatCameHasCome();
                return ledger;
            }
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

    private static void freeze(MortalWorkers workers, Scene scene, Map<String, String> config) {
        // of two tasks the other could fail later than the first is restarted
        var ofOneTask = new HashMap<>(config);
        ofOneTask.put("tasks.max", "1");
        workers.staySilentFor(LONGER_THAN_A_TRANSACTION);
        workers.begin();
        workers.install(scene.name(), ofOneTask);
        workers.freezeUntilTheBrokerEndsATransaction(scene.kafka(), scene.name());
        workers.restartWhatFails(scene.name());
    }

    /** To a worker that is not killed any more: whatever the age of what was edited or removed. */
    private static void assertThatWhatIsToldComes(
            SimulatedWebsite crisp, Chronicle chronicle, TopicReader topics, SourceLedger ledger) {
        var sessions = crisp.sessionIds();
        var edited = sessions.get(1);
        var before = chronicle.of(edited).size();
        var texts = crisp.workspace().messages().of(edited).stream()
                .filter(message -> message.type().equals("text"))
                .toList();
        assertThat(texts).as("texts of %s", edited).hasSizeGreaterThan(1);
        var operator = crisp.workspace().operatorChat(edited);
        operator.edits(texts.get(0).fingerprint(), "this was edited at last");
        operator.removes(texts.get(1).fingerprint());
        crisp.workspace().conversations().setState(edited, State.RESOLVED);
        crisp.workspace().conversations().remove(sessions.get(2));
        topics.until(CATCHING_UP, () -> {
            ledger.assertHasCome(edited, chronicle.of(edited).subList(before, before + 2));
            ledger.assertGone(sessions.get(2));
        });
    }
}
