package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.CrispSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Joins a sink's consumer group once the worker has called Crisp, and waits until a partition was taken from its tasks. It
 * commits nothing, and gives the partition back by leaving.
 */
final class GroupJoined implements Watch {
    private static final Duration POLL = Duration.ofMillis(20);

    private final CrispSimulator crisp;
    private final KafkaConsumer<String, String> intruder;
    private final String topic;
    private final long callsBefore;

    GroupJoined(CrispSimulator crisp, String bootstrap, String group, String topic) {
        this.crisp = crisp;
        this.topic = topic;
        this.callsBefore = crisp.journal().total();
        this.intruder = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", group, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    @Override
    public boolean reached() {
        if (crisp.journal().total() == callsBefore) {
            return false;
        }
        if (intruder.subscription().isEmpty()) {
            intruder.subscribe(List.of(topic));
        }
        intruder.poll(POLL);
        return !intruder.assignment().isEmpty();
    }

    @Override
    public void close() {
        intruder.close();
    }
}
