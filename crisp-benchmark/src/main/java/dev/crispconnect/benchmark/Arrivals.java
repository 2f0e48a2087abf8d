package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Consumes topics on a thread of its own, committed records only, and shows each record to a viewer, which must be
 * thread-safe. The count may be asked by any thread.
 */
final class Arrivals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Consumer<ConsumerRecord<String, String>> viewer;
    private final Map<String, Object> settings;
    private final List<String> topics;
    private final Thread thread = new Thread(this::consume, "arrivals");
    private volatile boolean closed;
    private volatile long firstNanos;
    private volatile long lastNanos;

    private Arrivals(String bootstrap, List<String> topics, Consumer<ConsumerRecord<String, String>> viewer) {
        this.viewer = viewer;
        this.topics = List.copyOf(topics);
        this.settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                "reader-of-" + topics.get(0),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        thread.setDaemon(true);
    }

    static Arrivals of(Lab lab, List<String> topics, Consumer<ConsumerRecord<String, String>> viewer) {
        Arrivals arrivals = new Arrivals(lab.bootstrap(), topics, viewer);
        arrivals.thread.start();
        return arrivals;
    }

    long count() {
        return count.get();
    }

    /** From the first record to the last so far. */
    double perSecond() {
        return (count.get() - 1) / ((lastNanos - firstNanos) / 1e9);
    }

    /** How large a record's value is, on average. */
    long bytes() {
        return bytes.get() / count.get();
    }

    /** Waits for so many records in all. */
    void await(long records, Duration atMost) {
        await(() -> count.get() >= records, atMost, "of " + records + " records");
    }

    /**
     * Waits until something is so.
     *
     * @throws IllegalStateException when it is not so in time
     */
    void await(BooleanSupplier condition, Duration atMost, String what) {
        long end = Stopwatch.nanos() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (Stopwatch.nanos() - end > 0) {
                throw new IllegalStateException("waited in vain: " + what + ", " + count.get() + " came");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(topics);
            while (!closed) {
                for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
                    note(each);
                }
            }
        }
    }

    private void note(ConsumerRecord<String, String> each) {
        viewer.accept(each);
        long now = Stopwatch.nanos();
        if (count.get() == 0) {
            firstNanos = now;
        }
        lastNanos = now;
        bytes.addAndGet(each.serializedValueSize());
        count.incrementAndGet();
    }
}
