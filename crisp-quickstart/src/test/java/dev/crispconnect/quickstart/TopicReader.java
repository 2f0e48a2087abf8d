package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Reads topics from their beginning, committed records only, and remembers everything it read. */
final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;
    private final List<Received> received = new ArrayList<>();

    TopicReader(String bootstrap, List<TopicPartition> partitions) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads until so many records of the topic have come, and returns all there are. */
    List<Received> await(String topic, int count) {
        until(
                PATIENCE,
                () -> assertThat(of(topic).size()).as("records in " + topic).isGreaterThanOrEqualTo(count));
        return of(topic);
    }

    /** Reads until a record of the topic is as wanted, and returns the first such. */
    Received await(String topic, Predicate<Received> wanted) {
        until(PATIENCE, () -> assertThat(of(topic).stream().filter(wanted))
                .as("a record as wanted in " + topic)
                .isNotEmpty());
        return of(topic).stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Reads until what was read is as asserted. */
    void until(Duration patience, ThrowingRunnable assertion) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(patience)
                .untilAsserted(() -> {
                    read();
                    assertion.run();
                });
    }

    /** Reads what is there now. */
    void read() {
        consumer.poll(POLL).forEach(record -> received.add(Received.of(record)));
    }

    /** What was read of a topic so far, in the order of each partition. */
    List<Received> of(String topic) {
        return received.stream().filter(one -> one.topic().equals(topic)).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
