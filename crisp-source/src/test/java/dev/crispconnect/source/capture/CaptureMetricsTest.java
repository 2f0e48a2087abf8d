package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.source.capture.FakeRealtime.FakeConnection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What can be seen of hearing from outside. */
class CaptureMetricsTest {

    private final HearingTask task = new HearingTask();

    @Test
    void allIsShownFromTheBeginning() {
        assertThat(task.exposure.values())
                .containsEntry("realtime-connected", 0)
                .containsEntry("realtime-connections-total", 0L)
                .containsEntry("realtime-gaps-total", 0L)
                .containsEntry("realtime-events-lost-total", 0L)
                .containsEntry("realtime-last-event-age", Double.NaN);
        assertThat(task.exposure.isDeclaredIn(CaptureMetrics.ALL)).isTrue();
    }

    @Test
    void connectionsAndGapsAreCounted() throws InterruptedException {
        FakeConnection connection = task.connected();
        assertThat(value("realtime-connected")).isEqualTo(1);

        connection.end(new Ending.ClosedByServer(1000));
        task.settle();
        assertThat(value("realtime-connected")).isEqualTo(0);
        task.connected();

        assertThat(value("realtime-connections-total")).isEqualTo(2L);
        assertThat(value("realtime-gaps-total")).isEqualTo(1L);
    }

    @Test
    void anAttemptThatNeverSucceededIsNoGap() throws InterruptedException {
        task.settle();
        task.realtime.last().end(new Ending.ClosedByServer(1000));
        task.settle();

        assertThat(value("realtime-gaps-total")).isEqualTo(0L);
    }

    @Test
    void eventsAreCountedByKindAndSoAreTheLost() throws InterruptedException {
        FakeConnection connection = task.connected();
        for (int i = 0; i < HearingTask.ROOM + 2; i++) {
            connection.tell(HearingTask.event("s"));
        }
        task.time.advance(Duration.ofSeconds(3));
        task.settle();

        assertThat(value("realtime-events-total{kind=conversation-touched}")).isEqualTo(HearingTask.ROOM + 2L);
        assertThat(value("realtime-events-lost-total")).isEqualTo(2L);
        assertThat(value("realtime-gaps-total")).isEqualTo(1L);
        assertThat(value("realtime-last-event-age")).isEqualTo(3_000.0);
        assertThat(task.exposure.isDeclaredIn(CaptureMetrics.ALL)).isTrue();
    }

    @Test
    void everyKindThatThereIsHasALabel() {
        for (Class<?> kind : EventContent.class.getPermittedSubclasses()) {
            assertThat(CaptureMetrics.kind(kind)).as(kind.getSimpleName()).isNotNull();
        }
    }

    private Number value(String name) {
        return task.exposure.value(name);
    }
}
