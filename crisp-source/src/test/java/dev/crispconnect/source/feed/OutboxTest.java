package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OutboxTest {

    private static final int BATCH = 100;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Outbox outbox = new Outbox(BATCH, 2 * BATCH, LONG);

    @Test
    void aChangeIsHandedOverAtOnceWhenNothingWaits() throws InterruptedException {
        outbox.add(change(3));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(3);
        assertThat(outbox.poll(Duration.ZERO)).isNull();
    }

    @Test
    void whoeverPollsTakesEverythingThatWaits() throws InterruptedException {
        outbox.add(change(3));
        outbox.add(change(2));
        outbox.add(change(4));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(9);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void aFullBatchEndsWithAWholeChange() throws InterruptedException {
        outbox.add(change(60));
        outbox.add(change(60));
        outbox.add(change(10));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(120);
        assertThat(outbox.poll(Duration.ZERO)).hasSize(10);
    }

    @Test
    void aLargeChangeIsNotSplit() throws InterruptedException {
        outbox.add(change(50_000));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(50_000);
        assertThat(outbox.poll(Duration.ZERO)).isNull();
    }

    @Test
    @Timeout(60)
    void whoeverWaitsIsWokenByAChange() throws InterruptedException {
        CompletableFuture<List<SourceRecord>> polled = CompletableFuture.supplyAsync(this::poll);

        outbox.add(change(1));

        assertThat(polled.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void whatIsInNoHurryWaitsForWhateverIs() throws InterruptedException {
        outbox.addUnhurried(change(3));
        CompletableFuture<List<SourceRecord>> polled = CompletableFuture.supplyAsync(this::poll);

        outbox.addUnhurried(change(2));
        outbox.add(change(1));

        assertThat(polled.join()).hasSize(6);
        assertThat(outbox.poll(Duration.ZERO)).isNull();
    }

    @Test
    @Timeout(60)
    void whatIsInNoHurryIsHandedOverWhenItFillsABatch() throws InterruptedException {
        outbox.addUnhurried(change(BATCH - 1));
        outbox.addUnhurried(change(2));

        assertThat(outbox.poll(Duration.ZERO)).hasSize(BATCH + 1);
    }

    @Test
    void whatIsInNoHurryWaitsNoLongerThanItShall() throws InterruptedException {
        Outbox impatient = new Outbox(BATCH, 2 * BATCH, Duration.ofMillis(1));
        impatient.addUnhurried(change(1));

        assertThat(impatient.poll(Duration.ZERO)).hasSize(1);
    }

    @Test
    @Timeout(60)
    void readingWaitsForKafkaWhenThereIsNoRoom() throws InterruptedException {
        outbox.add(change(2 * BATCH));
        Thread reading = new Thread(() -> {
            try {
                outbox.add(change(1));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        reading.start();
        Awaitility.await().until(() -> reading.getState() == Thread.State.WAITING);
        assertThat(outbox.size()).isEqualTo(2 * BATCH);

        assertThat(outbox.poll(Duration.ZERO)).hasSize(2 * BATCH);

        assertThat(outbox.poll(LONG)).hasSize(1);
        reading.join();
    }

    @Test
    void aThreadThatIsToldToEndDoesNotWaitForAChange() {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
            Thread.currentThread().interrupt();
            poll();
        });

        assertThatThrownBy(stopped::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private List<SourceRecord> poll() {
        try {
            return outbox.poll(LONG);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<SourceRecord> change(int records) {
        return Collections.nCopies(records, new SourceRecord(Map.of(), Map.of(), "topic", null, "value"));
    }
}
