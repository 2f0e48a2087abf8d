package dev.crispconnect.source.record;

import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** A record that lacks only the position it will carry. */
public record Draft(Feed feed, String topic, Struct key, Struct value, Provenance provenance) {

    /**
     * The record. Its timestamp is left to the broker: retention would delete old event times at once. Its partition is
     * left to the producer, which goes by the key.
     */
    public SourceRecord at(UnitKey unit, SourceOffset offset) {
        return new SourceRecord(
                unit.toMap(),
                offset,
                topic,
                null,
                key.schema(),
                key,
                value.schema(),
                value,
                null,
                provenance.headers());
    }

    /** The identity of the content; see {@link ContentHash}. */
    public long contentHash() {
        return ContentHash.of(value);
    }
}
