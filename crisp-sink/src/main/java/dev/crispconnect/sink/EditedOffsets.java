package dev.crispconnect.sink;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;

/** Checks consumer offsets that an operator writes for a stopped connector. Pure. */
final class EditedOffsets {

    private EditedOffsets() {}

    /**
     * Accepts offsets of topics that are read, and null for any partition: what was read under another configuration must
     * be removable.
     *
     * @param properties of the connector
     * @param offsets the next offset to read; null to forget it
     * @throws ConnectException when an offset is negative or of a topic that is not read
     */
    static void check(Map<String, String> properties, Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                check(properties, partition, offset);
            }
        });
    }

    private static void check(Map<String, String> properties, TopicPartition partition, long offset) {
        if (offset < 0) {
            throw new ConnectException("The offset of " + partition + " is " + offset
                    + ": it must be that of the next record to execute, or null to forget it");
        }
        if (!ReadTopics.contain(partition.topic(), properties)) {
            throw new ConnectException("The topic " + partition.topic()
                    + " is not read by this connector (topics, topics.regex), so its offset would mean nothing: name one"
                    + " that is, or give null to forget it");
        }
    }
}
