package dev.crispconnect.sink;

import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.delivery.Progress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By original topic-partition, the offset below which every command has an outcome: what may be committed. Confined to the
 * task's thread.
 */
final class Frontier {

    private static final Logger LOG = LoggerFactory.getLogger(Frontier.class);

    private final Map<TopicPartition, Progress> assigned = new HashMap<>();
    private final Set<TopicPartition> inDoubt = new HashSet<>();
    private final Supplier<Progress> begin;

    /** @param begin makes the progress of a new assignment */
    Frontier(Supplier<Progress> begin) {
        this.begin = begin;
    }

    /** Partitions were assigned: whatever was known of them no longer counts. */
    void open(Collection<TopicPartition> partitions) {
        close(partitions);
        partitions.forEach(this::begin);
    }

    /** Partitions were taken away: what is still in flight for them no longer counts. */
    void close(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Progress progress = assigned.remove(partition);
            if (progress != null) {
                tellOfDoubt(partition, progress);
                progress.close();
            }
        }
    }

    /** The task ends: nothing counts any more. */
    void close() {
        close(List.copyOf(assigned.keySet()));
    }

    /** The progress of the partition that a record came from. */
    Progress of(Coordinates at) {
        TopicPartition partition = new TopicPartition(at.topic(), at.partition());
        Progress progress = assigned.get(partition);
        return progress == null ? begin(partition) : progress;
    }

    private Progress begin(TopicPartition partition) {
        Progress progress = begin.get();
        assigned.put(partition, progress);
        inDoubt.add(partition);
        return progress;
    }

    /** How many records have no outcome yet. */
    int outstanding() {
        int sum = 0;
        for (Progress progress : assigned.values()) {
            sum += progress.outstanding();
        }
        return sum;
    }

    /** How many records of a partition have no outcome yet. */
    int outstanding(TopicPartition partition) {
        Progress progress = assigned.get(partition);
        return progress == null ? 0 : progress.outstanding();
    }

    /** Whether more could be committed than the worker was told. */
    boolean isUntold() {
        return assigned.values().stream().anyMatch(Progress::isUntold);
    }

    /** Whether a commit is needed for going on at full speed. */
    boolean isPressing() {
        return assigned.values().stream().anyMatch(Progress::isPressing);
    }

    /** Tells the operator, once for each assignment, what its doubt has cost and what it was good for. */
    void tellOfDoubts() {
        for (TopicPartition partition : List.copyOf(inDoubt)) {
            Progress progress = assigned.get(partition);
            if (progress.isPastDoubt()) {
                tellOfDoubt(partition, progress);
            }
        }
    }

    private void tellOfDoubt(TopicPartition partition, Progress progress) {
        if (inDoubt.remove(partition) && progress.doubt().lookups() > 0) {
            LOG.info(
                    "Commands that may have been executed before: topic={} partition={} in-doubt look-ups: {}, duplicates"
                            + " avoided: {}",
                    partition.topic(),
                    partition.partition(),
                    progress.doubt().lookups(),
                    progress.doubt().duplicatesAvoided());
        }
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
