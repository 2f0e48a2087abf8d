package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.MetricsReference;
import dev.crispconnect.client.metrics.RecordingExposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.sink.command.Records;
import dev.crispconnect.sink.delivery.ManualTimer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** What can be seen of a task from outside. */
class SinkMetricsTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);

    private static final List<MetricSpec> ALL = Stream.of(SinkMetrics.ALL, DeliveryMetrics.ALL)
            .flatMap(List::stream)
            .toList();

    private final ManualTime time = new ManualTime();
    private final FakeCrisp crisp = new FakeCrisp();
    private final FakeContext context = new FakeContext();
    private final RecordingExposure exposure = new RecordingExposure();
    private final ManualTimer timer = new ManualTimer(time);
    private final FakeResultTopic results = new FakeResultTopic();
    private final RunningSink sink = new RunningSink(
            SinkSettings.parse(Settings.minimal()),
            context,
            new Connections(crisp, timer, results, new TaskMetrics(exposure), time));

    SinkMetricsTest() {
        results.acknowledgesAtOnce = true;
        context.assignment.add(PARTITION);
        context.storesReportsAtOnce = true;
        sink.assigned(List.of(PARTITION));
    }

    @Test
    void commandsAreCountedByWhatBecameOfThem() {
        put(resolve(0), resolve(1), Records.of("s2", Map.of("command", "dance"), 2), nothing(3));
        crisp.sent().get(0).ok();
        crisp.sent().get(1).refused();
        put();

        assertThat(commands("resolve_conversation", "delivered")).isEqualTo(1L);
        assertThat(commands("resolve_conversation", "refused")).isEqualTo(1L);
        assertThat(commands("none", "refused")).isEqualTo(1L);
        assertThat(commands("none", "ignored")).isEqualTo(1L);
        assertThat(exposure.values().toString()).doesNotContain("dance", "s2");
        assertThat(refusals("request")).isEqualTo(1L);
        assertThat(refusals("record")).isEqualTo(1L);
        assertThat(exposure.isDeclaredIn(ALL)).isTrue();
    }

    @Test
    void latencyIsShownAsSumAverageAndMaximum() {
        put(resolve(0), resolve(1));
        assertThat(exposure.value("command-latency-avg").doubleValue()).isNaN();

        time.advance(Duration.ofMillis(100));
        crisp.sent().get(0).ok();
        time.advance(Duration.ofMillis(200));
        crisp.sent().get(1).ok();
        put();

        assertThat(exposure.value("command-latency-total{command=resolve_conversation, outcome=delivered}"))
                .isEqualTo(400L);
        assertThat(exposure.value("command-latency-avg")).isEqualTo(200.0);
        assertThat(exposure.value("command-latency-max")).isEqualTo(300.0);
        assertThat(exposure.value("command-time-avg")).isEqualTo(300.0);
    }

    @Test
    void whatIsUnderWayAndWhatWaitsIsShown() {
        put(resolve(0), resolve(1), Records.of("s0", Map.of("command", "resolve"), 2));
        assertThat(exposure.value("commands-in-flight")).isEqualTo(2);
        assertThat(exposure.value("commands-buffered")).isEqualTo(3);
        assertThat(exposure.value("partitions-paused")).isEqualTo(0);
        assertThat(exposure.value("results-unstored")).isEqualTo(0);
        assertThat(exposure.value("calls-left").doubleValue()).isNaN();
        assertThat(exposure.value("calls-per-second-limit").doubleValue()).isNaN();

        sink.revoked(List.of(PARTITION));
        assertThat(exposure.value("commands-buffered")).isEqualTo(0);
    }

    @Test
    void aResultThatIsNotStoredYetIsShown() {
        results.acknowledgesAtOnce = false;
        put(resolve(0));
        crisp.last().ok();
        put();

        assertThat(exposure.value("results-unstored")).isEqualTo(1);
    }

    @Test
    void waitingForTheTokenAndRepeatingAreShown() {
        put(resolve(0), resolve(1));
        crisp.sent().get(0).throttled(Duration.ofSeconds(3));

        assertThat(exposure.value("throttle-waits-total")).isEqualTo(1L);
        assertThat(exposure.value("throttle-wait-time-total")).isEqualTo(3_000L);
        assertThat(exposure.value("commands-repeated-total{command=resolve_conversation}"))
                .isEqualTo(1L);
        assertThat(exposure.value("calls-per-second-limit").doubleValue()).isPositive();
    }

    @Test
    void lookUpsAndWhatTheyWereGoodForAreShown() {
        put(Records.of("s1", Map.of("command", "send", "text", "x"), 0));
        crisp.last().missing();
        crisp.last().lost();
        timer.advance(Duration.ofSeconds(5));
        crisp.last().answer(200, "{\"fingerprint\":1}");
        put(
                Records.of("s2", Map.of("command", "resolve", "command_id", "c"), 1),
                Records.of("s2", Map.of("command", "resolve", "command_id", "c"), 2));
        crisp.last().ok();
        put();

        assertThat(exposure.value("lookups-total{doubt=assignment}")).isEqualTo(1L);
        assertThat(exposure.value("lookups-not-found-total{doubt=assignment}")).isEqualTo(1L);
        assertThat(exposure.value("lookups-total{doubt=answer}")).isEqualTo(1L);
        assertThat(exposure.value("duplicates-avoided-total{doubt=answer}")).isEqualTo(1L);
        assertThat(exposure.value("duplicates-avoided-total{doubt=id}")).isEqualTo(1L);
    }

    @Test
    void nothingIsShownOfATaskThatHasStopped() {
        put(resolve(0));

        sink.close();

        assertThat(exposure.values()).isEmpty();
    }

    @Test
    void aThousandStartsAndStopsLeaveNothingBehind() throws JMException {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("name", "restless");

        for (int i = 0; i < 1_000; i++) {
            CrispSinkTask task = new CrispSinkTask();
            task.initialize(context);
            task.start(properties);
            assertThat(beans("restless")).isPositive();
            task.stop();
        }

        assertThat(beans("restless")).isZero();
    }

    @Test
    void areDocumentedAsTheyAre() throws IOException {
        new MetricsReference("crisp-sink", ALL).check();
    }

    private void put(SinkRecord... records) {
        sink.put(List.of(records));
    }

    private static SinkRecord resolve(long offset) {
        return Records.of("s" + offset, Map.of("command", "resolve"), offset);
    }

    private static SinkRecord nothing(long offset) {
        return Records.of("s" + offset, null, offset);
    }

    private Number commands(String command, String outcome) {
        return exposure.value("commands-total{command=" + command + ", outcome=" + outcome + "}");
    }

    private Number refusals(String kind) {
        return exposure.value("refusals-total{kind=" + kind + "}");
    }

    private static int beans(String connector) throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("dev.crispconnect:connector=" + connector + ",*"), null)
                .size();
    }
}
