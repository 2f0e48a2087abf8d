package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.metrics.CallMetrics;
import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.MetricsReference;
import dev.crispconnect.client.metrics.RecordingExposure;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.source.capture.CaptureMetrics;
import dev.crispconnect.source.feed.FeedMetrics;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be seen of a task from outside, over real HTTP. */
class SourceMetricsTest {

    private static final String LIST = "GET /website/{website_id}/people/profiles/{page}";

    private final CrispSimulator crisp = CrispSimulator.start(SimulatorSettings.defaults());
    private final String website = crisp.workspace().website().websiteId();
    private final Map<String, String> props = RunningConnector.props(crisp);
    private final RecordingExposure exposure = new RecordingExposure();

    @AfterEach
    void close() {
        crisp.close();
    }

    @Test
    void recordsCallsAndProgressAreShownWhileTheTaskRuns() throws InterruptedException {
        crisp.workspace().seed(0, 0, 70);
        crisp.inject(Fault.status(429, "rate_limited"));
        props.put("feeds", "people");
        props.put("retry.backoff.base.ms", "1");
        props.put("people.poll.interval.ms", "1000");
        try (RunningSource source = open(Unit.PEOPLE)) {
            poll(source, 70);
            await().until(() -> of("backfill-done").intValue() == 1);
            await().until(() -> of("looks-total").longValue() > 0);

            assertThat(exposure.value("records-total{feed=people}")).isEqualTo(70L);
            assertThat(exposure.value("buffered-records")).isEqualTo(0);
            assertThat(of("watermark-age").doubleValue()).isBetween(0.0, 60_000.0);
            assertThat(of("backfill-cursor-age").doubleValue()).isNaN();
            assertThat(calls("throttled")).isEqualTo(1L);
            assertThat(calls("ok"))
                    .isEqualTo(crisp.journal().count("GET", "/website/{website_id}/people/profiles/{page}") - 1);
            assertThat(of("backfill-elements-total")).isEqualTo(70L);
            assertThat(of("backfill-ends-in").doubleValue()).isNaN();
            assertThat(exposure.isDeclaredIn(everything())).isTrue();
        }
        assertThat(exposure.values()).isEmpty();
    }

    @Test
    void noMetricTellsWhoSaidWhat() throws InterruptedException {
        String session =
                crisp.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        crisp.workspace().visitorWrites(session, "a secret text");
        try (RunningSource source = open(Unit.INBOX)) {
            poll(source, 2);

            assertThat(exposure.values().toString())
                    .doesNotContain(session, "ilse", "secret text", props.get("crisp.token.key"));
        }
    }

    @Test
    void workersThatShowNoMetricsOfPluginsGetMBeans() throws JMException {
        crisp.workspace().seed(0, 0, 3);
        props.put("feeds", "people");
        props.put("name", "beans");
        ObjectName records = new ObjectName("dev.crispconnect:type=crisp-source,connector=beans,task=0,feed=people");

        try (RunningConnector connector = new RunningConnector(props, new SystemTime(), new HashMap<>())) {
            await().until(() -> {
                connector.poll();
                return connector.records.size() == 3;
            });

            assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(records, "records-total"))
                    .isEqualTo(3L);
        }
        assertThat(beans("beans")).isZero();
    }

    @Test
    void aThousandStartsAndStopsLeaveNothingBehind() throws JMException {
        props.put("name", "restless");
        props.put("feeds", "people");
        crisp.close();

        for (int i = 0; i < 1_000; i++) {
            new RunningConnector(props, new SystemTime(), new HashMap<>()).close();
        }

        assertThat(beans("restless")).isZero();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("restless")));
    }

    @Test
    void areDocumentedAsTheyAre() throws IOException {
        new MetricsReference("crisp-source", ofTheSource()).check();
    }

    private RunningSource open(Unit unit) {
        return RunningSource.open(
                SourceSettings.parse(props),
                Map.of(new UnitKey(website, unit), Optional.empty()),
                exposure,
                Reach.at(new SystemTime()));
    }

    private static void poll(RunningSource source, int records) {
        List<Object> polled = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Optional.ofNullable(source.poll()).ifPresent(polled::addAll);
            return polled.size() == records;
        });
    }

    private Number of(String metric) {
        return exposure.value(metric + "{website=" + website + ", unit=people}");
    }

    private Number calls(String outcome) {
        return exposure.value("calls-total{route=" + LIST + ", outcome=" + outcome + "}");
    }

    private static int beans(String connector) throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("dev.crispconnect:connector=" + connector + ",*"), null)
                .size();
    }

    private static List<MetricSpec> everything() {
        List<MetricSpec> all = new ArrayList<>(CallMetrics.ALL);
        all.addAll(ofTheSource());
        return all;
    }

    private static List<MetricSpec> ofTheSource() {
        return Stream.of(FeedMetrics.ALL, CaptureMetrics.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
