package dev.crispconnect.sink.command;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where a record lies in Kafka, before any transformation renamed its topic. Offsets are committed and commands named by
 * these. Workers before 3.6 do not tell; there the transformed coordinates are used, which are the same unless a
 * transformation changes the topic.
 */
public record Coordinates(String topic, int partition, long offset) {

    /** The coordinates of a record as it was consumed. */
    public static Coordinates of(SinkRecord record) {
        try {
            return new Coordinates(
                    record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
        } catch (NoSuchMethodError workerBefore36) {
            return transformed(record);
        }
    }

    static Coordinates transformed(SinkRecord record) {
        return new Coordinates(record.topic(), record.kafkaPartition(), record.kafkaOffset());
    }

    /** As a phrase for error messages. */
    public String describe() {
        return "topic " + topic + ", partition " + partition + ", offset " + offset;
    }

    /** {@code <topic>-<partition>-<offset>}: the id of a command that was given none. */
    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}
