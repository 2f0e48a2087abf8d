package dev.crispconnect.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TaskMetricsTest {

    private static final MetricSpec CALLS = MetricSpec.counter("calls-total", "", "Calls.", "route", "outcome");
    private static final MetricSpec AGE = MetricSpec.gauge("age", "ms", "Age.");

    private final RecordingExposure exposure = new RecordingExposure();
    private final TaskMetrics metrics = new TaskMetrics(exposure);

    @Test
    void aCounterIsShownFromItsFirstCountOnForEachSetOfTags() {
        metrics.count(CALLS, "GET /a", "ok");
        metrics.count(CALLS, "GET /a", "ok");
        metrics.add(CALLS, 0, "GET /a", "throttled");

        assertThat(exposure.values())
                .isEqualTo(Map.of(
                        "calls-total{route=GET /a, outcome=ok}",
                        2L,
                        "calls-total{route=GET /a, outcome=throttled}",
                        0L));
    }

    @Test
    void aGaugeIsReadWhenSomebodyLooks() {
        AtomicInteger value = new AtomicInteger(1);
        metrics.gauge(AGE, value::get);
        value.set(2);

        assertThat(exposure.value("age")).isEqualTo(2);
    }

    @Test
    void aGaugeThatCannotBeReadIsNoNumber() {
        metrics.gauge(AGE, () -> {
            throw new IllegalStateException("broken");
        });

        assertThat(exposure.value("age")).isEqualTo(Double.NaN);
    }

    @Test
    void countsAreSummedUpByATagWithoutThoseThatAreZero() {
        metrics.count(CALLS, "GET /a", "ok");
        metrics.count(CALLS, "GET /b", "ok");
        metrics.add(CALLS, 0, "GET /b", "throttled");

        assertThat(metrics.totals(CALLS, "outcome")).isEqualTo(Map.of("ok", 2L));
    }

    @Test
    void nothingIsShownOnceClosedAndCountingGoesOnUnseen() {
        metrics.count(CALLS, "GET /a", "ok");
        metrics.gauge(AGE, () -> 1);

        metrics.close();
        metrics.count(CALLS, "GET /a", "ok");
        metrics.count(CALLS, "GET /late", "ok");
        metrics.close();

        assertThat(exposure.values()).isEmpty();
        assertThat(metrics.totals(CALLS, "outcome")).isEqualTo(Map.of("ok", 3L));
    }

    @Test
    void aThousandTasksLeaveNothingBehind() {
        for (int i = 0; i < 1_000; i++) {
            try (TaskMetrics task = new TaskMetrics(exposure)) {
                task.count(CALLS, "GET /a", "ok");
                task.gauge(AGE, () -> 1);
            }
        }

        assertThat(exposure.values()).isEmpty();
    }

    @Test
    void aTaskGoesOnWhenItsMetricsCannotBeShown() {
        TaskMetrics twin = new TaskMetrics(exposure);
        metrics.count(CALLS, "GET /a", "ok");
        twin.count(CALLS, "GET /a", "ok");
        twin.close();

        assertThat(twin.totals(CALLS, "outcome")).isEqualTo(Map.of("ok", 1L));
        assertThat(exposure.values()).as("the first one's").hasSize(1);
    }

    @Test
    void everyTagNeedsAValue() {
        assertThatThrownBy(() -> metrics.count(CALLS, "GET /a")).isInstanceOf(IllegalArgumentException.class);
    }
}
