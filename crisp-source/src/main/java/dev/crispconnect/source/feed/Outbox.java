package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Hands changes from the thread that reads to the thread that polls. Who polls takes everything that is there, so batches are
 * small while little happens and grow by themselves while Kafka is busy. A change is never split over two batches: with
 * {@code transaction.boundary=poll} a batch is a transaction.
 *
 * <p>{@link #add} and {@link #changes} are for the reading thread, {@link #poll} is for the polling one, and {@link #size} for
 * any. Bounded, so that reading waits for Kafka.
 */
final class Outbox {

    private final int batch;
    private final int room;

    /** By source partition. The reading thread's alone. */
    private final Map<Map<String, ?>, Long> changes = new HashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Condition taken = lock.newCondition();

    /** This and what follows is guarded by the lock. */
    private final Deque<List<SourceRecord>> pending = new ArrayDeque<>();

    private int records;

    /**
     * Empty.
     *
     * @param batch a batch is full when it has this many records, or more by what its last change brought
     * @param room nothing is added while this many records wait, or more by what the last change brought
     */
    Outbox(int batch, int room) {
        this.batch = batch;
        this.room = room;
    }

    /** Adds the records of one change. Waits while there is no room. */
    void add(List<SourceRecord> change) throws InterruptedException {
        changes.merge(change.get(0).sourcePartition(), 1L, Long::sum);
        lock.lockInterruptibly();
        try {
            while (records >= room) {
                taken.await();
            }
            pending.add(change);
            records += change.size();
            added.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How many changes of a unit were added. */
    long changes(UnitKey unit) {
        return changes.getOrDefault(unit.toMap(), 0L);
    }

    /** Everything that was added and not polled, up to a full batch; null when there is nothing within the time. */
    List<SourceRecord> poll(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (pending.isEmpty()) {
                if (left <= 0) {
                    return null;
                }
                left = added.awaitNanos(left);
            }
            return take();
        } finally {
            lock.unlock();
        }
    }

    /** How many records were added and not polled yet. */
    int size() {
        lock.lock();
        try {
            return records;
        } finally {
            lock.unlock();
        }
    }

    private List<SourceRecord> take() {
        List<SourceRecord> taking = new ArrayList<>();
        while (taking.size() < batch && !pending.isEmpty()) {
            taking.addAll(pending.remove());
        }
        records -= taking.size();
        taken.signal();
        return taking;
    }
}
