package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox outbox = new Outbox(1);

    @Test
    void aChangeIsHandedOverAtOnceWhenNothingWaits() throws InterruptedException {
        outbox.add(change(3));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(3);
    }

    @Test
    void changesGatherWhileABatchWaits() throws InterruptedException {
        outbox.add(change(3));
        outbox.add(change(2));
        outbox.add(change(4));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(3);
        outbox.flush();
        assertThat(outbox.poll(Duration.ZERO)).hasSize(6);
    }

    @Test
    void aLargeChangeIsNotSplit() throws InterruptedException {
        outbox.add(change(50_000));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(50_000);
        assertThat(outbox.poll(Duration.ZERO)).isNull();
    }

    private static List<SourceRecord> change(int records) {
        return Collections.nCopies(records, new SourceRecord(Map.of(), Map.of(), "topic", null, "value"));
    }
}
