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
 * small while little happens and grow by themselves while Kafka is busy. What is in no hurry waits a moment for company, as a
 * batch costs about the same however large it is: with {@code transaction.boundary=poll} it is a transaction. A change is never
 * split over two.
 *
 * <p>{@link #add}, {@link #addUnhurried} and {@link #changes} are for the reading thread, {@link #poll} is for the polling one, and {@link #size} for
 * any. Bounded, so that reading waits for Kafka.
 */
final class Outbox {

    private final int batch;
    private final int room;
    private final Duration company;

    /** By source partition. The reading thread's alone. */
    private final Map<Map<String, ?>, Long> changes = new HashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Condition taken = lock.newCondition();

    /** This and what follows is guarded by the lock. */
    private final Deque<Change> pending = new ArrayDeque<>();

    private int records;

    /** How many of the changes are in a hurry. */
    private int hurried;

    private record Change(List<SourceRecord> records, boolean hurried) {}

    /**
     * Empty.
     *
     * @param batch a batch is full when it has this many records, or more by what its last change brought
     * @param room nothing is added while this many records wait, or more by what the last change brought
     * @param company how long what is in no hurry waits for more, from when it is polled
     */
    Outbox(int batch, int room, Duration company) {
        this.batch = batch;
        this.room = room;
        this.company = company;
    }

    /** Adds the records of one change, to be handed over at once. Waits while there is no room. */
    void add(List<SourceRecord> change) throws InterruptedException {
        add(new Change(change, true));
    }

    /** Adds the records of one change, which may wait for others. Waits while there is no room. */
    void addUnhurried(List<SourceRecord> change) throws InterruptedException {
        add(new Change(change, false));
    }

    private void add(Change change) throws InterruptedException {
        changes.merge(change.records.get(0).sourcePartition(), 1L, Long::sum);
        lock.lockInterruptibly();
        try {
            while (records >= room) {
                taken.await();
            }
            pending.add(change);
            records += change.records.size();
            hurried += change.hurried ? 1 : 0;
            if (pending.size() == 1 || isDue()) {
                added.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many changes of a unit were added. */
    long changes(UnitKey unit) {
        return changes.getOrDefault(unit.toMap(), 0L);
    }

    /** Everything that was added and not polled, up to a full batch; null when nothing was added within the time. */
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
            for (long wait = company.toNanos(); wait > 0 && !isDue(); ) {
                wait = added.awaitNanos(wait);
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

    private boolean isDue() {
        return hurried > 0 || records >= batch;
    }

    private List<SourceRecord> take() {
        List<SourceRecord> taking = new ArrayList<>();
        while (taking.size() < batch && !pending.isEmpty()) {
            Change next = pending.remove();
            taking.addAll(next.records);
            hurried -= next.hurried ? 1 : 0;
        }
        records -= taking.size();
        taken.signal();
        return taking;
    }
}
