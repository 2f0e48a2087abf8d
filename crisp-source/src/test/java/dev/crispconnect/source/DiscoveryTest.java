package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.connect.connector.ConnectorContext;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which websites a plugin's token reads when none is named, over real HTTP. */
class DiscoveryTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMillis(20);

    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final String first = crisp.workspace().website().websiteId();
    private final Map<String, String> props = RunningConnector.props(crisp);
    private final Worker worker = new Worker();
    private Discovery discovery;

    DiscoveryTest() {
        props.put("crisp.token.tier", "plugin");
        props.put("crisp.token.identifier", crisp.pluginToken().identifier());
        props.put("crisp.token.key", crisp.pluginToken().key());
        props.put("retry.backoff.base.ms", "1");
        props.put("retry.backoff.max.ms", "5");
        props.put("quota.requests.per.day", "0");
        props.remove("crisp.website.ids");
    }

    @AfterEach
    void close() {
        if (discovery != null) {
            discovery.close();
        }
        crisp.close();
    }

    @Test
    void everyWebsiteOfEveryPageGetsItsUnits() {
        IntStream.range(0, 45).forEach(i -> crisp.addWebsite(website(i), true));
        crisp.addWebsite(website(99), false);
        props.put("feeds", "conversations");
        CrispSourceConnector connector = new CrispSourceConnector();
        connector.initialize(worker);

        connector.start(props);
        List<Map<String, String>> configs = connector.taskConfigs(4);
        connector.stop();

        assertThat(configs.stream()
                        .flatMap(
                                config -> List.of(config.get("crisp.task.units").split(",")).stream()))
                .hasSize(46)
                .contains(first + "/inbox", website(44) + "/inbox")
                .doesNotContain(website(99) + "/inbox");
        assertThat(worker.requests).hasValue(0);
    }

    @Test
    void theEndOfTheListIsFoundHoweverCrispTellsIt() {
        IntStream.range(0, 19).forEach(i -> crisp.addWebsite(website(i), true));
        for (AnswerSwitch.Partial partial : AnswerSwitch.Partial.values()) {
            for (AnswerSwitch.PastTheEnd end : AnswerSwitch.PastTheEnd.values()) {
                crisp.switches().set(AnswerSwitch.PARTIAL, partial);
                crisp.switches().set(AnswerSwitch.PAST_THE_END, end);

                start(LONG);

                assertThat(discovery.websites()).hasSize(20);
                discovery.close();
            }
        }
    }

    @Test
    void aWebsiteThatInstallsThePluginLaterIsReadFromThenOn() {
        start(SOON);
        assertThat(discovery.websites()).containsExactly(first);

        crisp.addWebsite(website(1), true);

        await().until(() -> worker.requests.get() == 1);
        assertThat(discovery.websites()).containsExactlyInAnyOrder(first, website(1));
    }

    @Test
    void aWebsiteThatRemovesThePluginIsReadNoMore() {
        crisp.addWebsite(website(1), true);
        start(SOON);

        crisp.removePlugin(website(1));

        await().until(() -> worker.requests.get() == 1);
        assertThat(discovery.websites()).containsExactly(first);
    }

    @Test
    void aListingOutOfACacheIsKnownAsSuch() throws InterruptedException {
        crisp.switches().set(AccessSwitch.CACHE, AccessSwitch.Cache.ON);
        try (CrispClient client = CrispClient.open(SourceSettings.parse(props).client(), new SystemTime())) {
            assertThat(WebsiteListing.read(client).fresh()).isTrue();
            assertThat(WebsiteListing.read(client).fresh()).isFalse();
        }
    }

    @Test
    void anOutageLaterTakesNothingAway() {
        start(SOON);
        crisp.faults().always(Target.any(), Fault.status(401, "invalid_session"));
        long calls = crisp.journal().total();

        await().until(() -> crisp.journal().total() > calls + 3);

        assertThat(discovery.websites()).containsExactly(first);
        assertThat(worker.errors).isEmpty();
    }

    @Test
    void anOutageAtTheStartFailsNothingAndTasksAreMadeWhenItEnds() {
        crisp.faults().always(Target.any(), Fault.html(502));
        start(LONG);
        assertThatThrownBy(() -> discovery.websites())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("tasks that run go on");

        crisp.faults().clear();

        await().until(() -> worker.requests.get() == 1);
        assertThat(discovery.websites()).containsExactly(first);
        assertThat(worker.errors).isEmpty();
    }

    @Test
    void aTokenThatMayNotListFailsTheStartWithAdvice() {
        crisp.faults().always(Target.any(), Fault.status(401, "invalid_session"));

        assertThatThrownBy(() -> start(LONG))
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll("HTTP 401", "crisp.website.ids");
    }

    @Test
    void aTokenThatIsRefusedAfterAnOutageFailsTheConnector() {
        crisp.faults().always(Target.any(), Fault.html(502));
        start(LONG);
        crisp.faults().clear();
        crisp.faults().always(Target.any(), Fault.status(401, "invalid_session"));

        await().until(() -> !worker.errors.isEmpty());

        assertThat(worker.errors).singleElement().asString().contains("HTTP 401");
    }

    @Test
    void aWorkerThatCannotTakeTheWebsitesIsAskedAgain() {
        worker.refusals.set(2);
        start(SOON);

        crisp.addWebsite(website(1), true);

        await().until(() -> worker.requests.get() == 3);
    }

    @Test
    void closingEndsItsThreadWhateverItDoes() {
        crisp.faults().always(Target.any(), new Fault.Stall(LONG));
        start(LONG, Duration.ofMillis(50));

        discovery.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("discovery-test");
    }

    @Test
    void aDayOfListingKeepsToItsPartOfTheCallsAndGoesOnAllDay() {
        props.put("quota.requests.per.day", "1000");
        OneDay day = new OneDay();

        start(Duration.ofMinutes(1), Duration.ofSeconds(20), day);

        await().until(day.over::get);
        assertThat(crisp.journal().total()).isBetween(46L, 50L);
        assertThat(day.longestSleep).isLessThan(Duration.ofMinutes(70));
    }

    @Test
    void whatListingMaySpendIsNotGivenToTheTasks() {
        props.put("quota.requests.per.day", "1000");
        CrispSourceConnector connector = new CrispSourceConnector();
        connector.initialize(worker);

        connector.start(props);
        List<Map<String, String>> discovered = connector.taskConfigs(2);
        connector.stop();
        props.put("crisp.website.ids", first);
        connector.start(props);
        List<Map<String, String>> named = connector.taskConfigs(2);
        connector.stop();

        assertThat(quota(discovered)).isEqualTo(950);
        assertThat(quota(named)).isEqualTo(1_000);
    }

    private static long quota(List<Map<String, String>> tasks) {
        return tasks.stream()
                .mapToLong(task -> Long.parseLong(task.get("quota.requests.per.day")))
                .sum();
    }

    /** A day that passes as fast as it is slept through; whoever sleeps behind its end sleeps for good. */
    private static final class OneDay implements Time {

        private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

        private final AtomicBoolean over = new AtomicBoolean();
        private volatile Duration longestSleep = Duration.ZERO;
        private volatile Duration passed = Duration.ZERO;

        @Override
        public Instant now() {
            return MIDNIGHT.plus(passed);
        }

        @Override
        public long nanoTime() {
            return passed.toNanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Duration then = passed.plus(duration);
            if (then.compareTo(Duration.ofDays(1)) >= 0) {
                over.set(true);
                new CountDownLatch(1).await();
            }
            longestSleep = duration.compareTo(longestSleep) > 0 ? duration : longestSleep;
            passed = then;
        }

        @Override
        public double fraction() {
            return 0;
        }
    }

    private void start(Duration interval) {
        start(interval, Duration.ofSeconds(20));
    }

    private void start(Duration interval, Duration atMost) {
        start(interval, atMost, new SystemTime());
    }

    private void start(Duration interval, Duration atMost, Time time) {
        SourceSettings settings = SourceSettings.parse(props);
        discovery = new Discovery(
                "discovery-test",
                () -> CrispClient.open(settings.client(), new SystemTime()),
                new Discovery.Rhythm(
                        interval, settings.plan().backoff(), settings.plan().budget()),
                worker,
                time);
        discovery.start(atMost);
    }

    private static String website(int number) {
        return String.format(Locale.ROOT, "3d9c4f3e-6a1b-4c8e-9a53-%012d", number);
    }

    /** What the worker was asked for. */
    private static final class Worker implements ConnectorContext, Discovery.Owner {

        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger refusals = new AtomicInteger();
        private final List<Exception> errors = new CopyOnWriteArrayList<>();

        @Override
        public void changed() {
            requestTaskReconfiguration();
        }

        @Override
        public void failed(ConnectException failure) {
            raiseError(failure);
        }

        @Override
        public void requestTaskReconfiguration() {
            requests.incrementAndGet();
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new ConnectException("not now");
            }
        }

        @Override
        public void raiseError(Exception error) {
            errors.add(error);
        }

        @Override
        public org.apache.kafka.common.metrics.PluginMetrics pluginMetrics() {
            throw new NoSuchMethodError("as workers before 4.1 answer");
        }
    }
}
