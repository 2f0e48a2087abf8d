package dev.crispconnect.source.record;

import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import java.time.Instant;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A sign of life of a unit that has had nothing to emit.
 *
 * @param watermark up to which every change has been emitted; null for units without such a time
 */
public record Heartbeat(UnitKey unit, Instant at, Instant watermark) {

    /** The record, which stores the offset. */
    public SourceRecord on(String topic, SourceOffset offset) {
        return new SourceRecord(
                unit.toMap(),
                offset,
                topic,
                AsideShapes.UNIT_KEY.schema(),
                AsideShapes.UNIT_KEY.struct(unit),
                AsideShapes.HEARTBEAT.schema(),
                AsideShapes.HEARTBEAT.struct(this));
    }
}
