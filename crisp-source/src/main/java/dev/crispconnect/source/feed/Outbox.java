package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Hands batches from the thread that reads to the thread that polls. A change is never split over two batches: with
 * {@code transaction.boundary=poll} a batch is a transaction.
 *
 * <p>{@link #add} and {@link #flush} are for the reading thread, which alone uses {@code pending} and
 * {@code changes}; {@link #poll} is for the polling one. The queue is between them, bounded, so that reading waits for Kafka.
 */
final class Outbox {

    /** A batch is full when it has this many records, or more by what its last change brought. */
    private static final int FULL = 2_000;

    private final BlockingQueue<List<SourceRecord>> batches;
    private final AtomicInteger records = new AtomicInteger();

    /** By source partition. */
    private final Map<Map<String, ?>, Long> changes = new HashMap<>();

    private List<SourceRecord> pending = new ArrayList<>();

    /** With room for so many batches that were not taken yet. */
    Outbox(int room) {
        this.batches = new ArrayBlockingQueue<>(room);
    }

    /**
     * Adds the records of one change, and hands them over at once when there is room: a change waits for others only while
     * Kafka is busy with the batch before. Waits when the batch is full and there is no room.
     */
    void add(List<SourceRecord> change) throws InterruptedException {
        pending.addAll(change);
        changes.merge(change.get(0).sourcePartition(), 1L, Long::sum);
        records.addAndGet(change.size());
        if (pending.size() >= FULL) {
            flush();
        } else {
            offer();
        }
    }

    /** Hands over what was added, if there is room. */
    void offer() {
        if (!pending.isEmpty() && batches.offer(pending)) {
            pending = new ArrayList<>();
        }
    }

    /** How many changes of a unit were added. */
    long changes(UnitKey unit) {
        return changes.getOrDefault(unit.toMap(), 0L);
    }

    /** Hands over what was added; waits while there is no room. */
    void flush() throws InterruptedException {
        if (!pending.isEmpty()) {
            batches.put(pending);
            pending = new ArrayList<>();
        }
    }

    /** The next batch; null when there is none within the time. */
    List<SourceRecord> poll(Duration atMost) throws InterruptedException {
        List<SourceRecord> batch = batches.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (batch != null) {
            records.addAndGet(-batch.size());
        }
        return batch;
    }

    /** How many records were added and not polled yet. May be asked by any thread. */
    int size() {
        return records.get();
    }
}
