package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.sink.command.Records;
import dev.crispconnect.sink.delivery.ManualTimer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would fail every record stops the task once, and sends none of them to the dead-letter queue. */
class TaskFailuresTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final int IN_FLIGHT = 8;
    private static final int RECORDS = 1_000;

    private final ManualTime time = new ManualTime();
    private final FakeCrisp crisp = new FakeCrisp();
    private final FakeContext context = new FakeContext();
    private final FakeResultTopic results = new FakeResultTopic();
    private final RunningSink sink;

    TaskFailuresTest() {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("max.in.flight", Integer.toString(IN_FLIGHT));
        results.acknowledgesAtOnce = true;
        context.storesReportsAtOnce = true;
        sink = new RunningSink(
                SinkSettings.parse(properties),
                context,
                new Connections(crisp, new ManualTimer(time), results, new TaskMetrics(Exposure.none()), time));
        context.assignment.add(PARTITION);
        sink.assigned(List.of(PARTITION));
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_session, Check the token",
        "402, subscription_upgrade_required, plan",
        "403, not_allowed, scope",
        "404, not_subscribed, plugin",
    })
    void stopOnceAndReportNothing(int status, String reason, String advice) {
        sink.put(
                LongStream.range(0, RECORDS).mapToObj(TaskFailuresTest::resolve).toList());
        assertThat(crisp.sent()).hasSize(IN_FLIGHT);
        List.copyOf(crisp.sent()).forEach(call -> call.error(status, reason));

        Throwable failure = catchThrowable(() -> sink.put(List.of()));

        assertThat(failure)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("topic commands, partition 0, offset ")
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining(advice);
        assertThat(catchThrowable(() -> sink.put(List.of(resolve(RECORDS))))).isSameAs(failure);
        assertThat(crisp.sent()).hasSize(IN_FLIGHT);
        assertThat(context.reported).isEmpty();
        assertThat(results.results).isEmpty();
        assertThat(committable()).isZero();
    }

    @Test
    void aWorkerThatToleratesNoErrorStopsTheTaskAtTheRecord() {
        ConnectException exceeded = new ConnectException("Tolerance exceeded in error handler");
        context.tolerance = exceeded;

        Throwable failure = catchThrowable(() -> sink.put(List.of(resolve(0), bad(1), resolve(2))));

        assertThat(failure).isSameAs(exceeded);
        assertThat(context.reported).hasSize(1);
        assertThat(context.reported.get(0).error())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("topic commands, partition 0, offset 1: ");
        assertThat(committable()).isZero();
    }

    @Test
    void aWorkerThatToleratesErrorsGetsEachBadRecordAndTheOthersAreServed() {
        sink.put(List.of(bad(0), resolve(1), bad(2)));
        crisp.last().ok();
        sink.put(List.of());

        assertThat(context.reported)
                .extracting(reported -> reported.record().kafkaOffset())
                .containsExactly(0L, 2L);
        assertThat(committable()).isEqualTo(3);
    }

    private static SinkRecord resolve(long offset) {
        return Records.of("s" + offset, Map.of("command", "resolve"), offset);
    }

    private static SinkRecord bad(long offset) {
        return Records.of("s" + offset, Map.of("command", "dance"), offset);
    }

    private long committable() {
        return sink.committable(Map.of(PARTITION, new OffsetAndMetadata(3)))
                .get(PARTITION)
                .offset();
    }
}
