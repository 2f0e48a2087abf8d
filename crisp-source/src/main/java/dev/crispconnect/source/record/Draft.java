package dev.crispconnect.source.record;

import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import java.time.Instant;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A record that lacks only the position it will carry.
 *
 * @param value null for a tombstone
 * @param happenedAt when it happened, as Crisp says; null where it does not
 * @param timestamp null where it is left to the broker
 */
public record Draft(
        Feed feed,
        String topic,
        Struct key,
        Struct value,
        Provenance provenance,
        Instant happenedAt,
        Instant timestamp) {

    /**
     * The record. Its partition is left to the producer, which goes by the key.
     *
     * @param now the worker's clock: brokers refuse records from the future, so a message that its writer has dated ahead
     *     is taken for one of now
     */
    public SourceRecord at(UnitKey unit, SourceOffset offset, Instant now) {
        return new SourceRecord(
                unit.toMap(),
                offset,
                topic,
                null,
                key.schema(),
                key,
                value == null ? null : value.schema(),
                value,
                millis(now),
                provenance.headers());
    }

    /** Kafka knows no time before 1970. */
    private Long millis(Instant now) {
        if (timestamp == null || timestamp.isBefore(Instant.EPOCH)) {
            return null;
        }
        return timestamp.isAfter(now) ? now.toEpochMilli() : timestamp.toEpochMilli();
    }

    /** Whether it is a message of its own time, epoch milliseconds, both ends included. */
    public boolean isNewMessage(long from, long to) {
        return feed == Feed.MESSAGES
                && provenance.op() == Provenance.Op.CREATE
                && happenedAt != null
                && happenedAt.toEpochMilli() >= from
                && happenedAt.toEpochMilli() <= to;
    }

    /** Whether its time tells how long it took until it was emitted: that of an edited message is when it was written. */
    public boolean tellsDelay() {
        return happenedAt != null
                && feed != Feed.EVENTS
                && provenance.via() != Provenance.Via.BACKFILL
                && (feed != Feed.MESSAGES || provenance.op() == Provenance.Op.CREATE);
    }

    /** The identity of the content; see {@link ContentHash}. */
    public long contentHash() {
        return ContentHash.of(value);
    }
}
