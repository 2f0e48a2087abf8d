package dev.crispconnect.client.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.TaskMetrics;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Among the metrics of Kafka itself. */
class PluginExposureTest {

    private static final MetricSpec CALLS = MetricSpec.counter("calls-total", "", "Calls.", "route");

    private final Metrics kafka = new Metrics();
    private final int kafkasOwn = kafka.metrics().size();
    private final PluginMetricsImpl worker = new PluginMetricsImpl(kafka, Map.of("connector", "c", "task", "0"));

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void metricsStandAmongTheWorkersWithItsTags() {
        try (TaskMetrics metrics = new TaskMetrics(new PluginExposure(worker))) {
            metrics.count(CALLS, "GET /a");

            KafkaMetric shown = kafka.metrics().entrySet().stream()
                    .filter(entry -> entry.getKey().name().equals("calls-total"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            MetricName name = shown.metricName();
            assertThat(name.tags()).isEqualTo(Map.of("connector", "c", "task", "0", "route", "GET /a"));
            assertThat(name.description()).isEqualTo("Calls.");
            assertThat(shown.metricValue()).isEqualTo(1L);
        }
        assertThat(kafka.metrics()).hasSize(kafkasOwn);
    }

    @Test
    void aThousandTasksLeaveNothingBehind() {
        for (int i = 0; i < 1_000; i++) {
            try (TaskMetrics metrics = new TaskMetrics(new PluginExposure(worker))) {
                metrics.count(CALLS, "GET /a");
            }
        }

        assertThat(kafka.metrics()).hasSize(kafkasOwn);
    }

    @Test
    void aWorkerThatHasClosedItsMetricsDisturbsNoTask() throws IOException {
        TaskMetrics metrics = new TaskMetrics(new PluginExposure(worker));
        metrics.count(CALLS, "GET /a");
        worker.close();

        metrics.count(CALLS, "GET /late");
        metrics.close();

        assertThat(kafka.metrics()).hasSize(kafkasOwn);
    }
}
