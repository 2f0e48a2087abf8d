package dev.crispconnect.sink;

import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.delivery.Progress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * By original topic-partition, the offset below which every command has an outcome: what may be committed. Pure. Confined to
 * the task's thread.
 */
final class Frontier {

    private final Map<TopicPartition, Progress> assigned = new HashMap<>();

    /** Partitions were assigned: whatever was known of them no longer counts. */
    void open(Collection<TopicPartition> partitions) {
        close(partitions);
        partitions.forEach(partition -> assigned.put(partition, new Progress()));
    }

    /** Partitions were taken away: what is still in flight for them no longer counts. */
    void close(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Progress progress = assigned.remove(partition);
            if (progress != null) {
                progress.close();
            }
        }
    }

    /** The progress of the partition that a record came from. */
    Progress of(Coordinates at) {
        return assigned.computeIfAbsent(new TopicPartition(at.topic(), at.partition()), unannounced -> new Progress());
    }

    /** How many records have no outcome yet. */
    int outstanding() {
        int sum = 0;
        for (Progress progress : assigned.values()) {
            sum += progress.outstanding();
        }
        return sum;
    }

    /** @param consumed the worker's positions, which passed records that never came to us */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> consumed) {
        Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>();
        consumed.forEach((partition, position) -> {
            Progress progress = assigned.get(partition);
            if (progress != null) {
                committable.put(partition, new OffsetAndMetadata(progress.committable(position.offset())));
            }
        });
        return committable;
    }
}
