package dev.crispconnect.source;

import dev.crispconnect.source.position.UnitKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into the offsets of a task's units by which settings their data was shaped, and refuses to go on from an offset when
 * the settings do not go together with it.
 */
final class ShapedUnits {

    private static final Logger LOG = LoggerFactory.getLogger(ShapedUnits.class);

    private final Map<Map<String, ?>, Shaping> byPartition = new HashMap<>();
    private final boolean acceptsChange;

    ShapedUnits(SourceSettings settings, Collection<UnitKey> units) {
        units.forEach(unit -> byPartition.put(unit.toMap(), Shaping.of(settings.plan(), unit.unit())));
        this.acceptsChange = settings.acceptsChange();
    }

    /**
     * Lets a unit go on from an offset. One without shaping, which earlier versions stored, is good.
     *
     * @throws ConnectException when settings differ and are not accepted
     */
    void admit(UnitKey unit, Map<String, ?> offset) {
        List<String> breaks = StoredPositions.shaping(unit, offset)
                .map(stored -> byPartition.get(unit.toMap()).breaksWith(stored))
                .orElse(List.of());
        if (breaks.isEmpty()) {
            return;
        }
        if (!acceptsChange) {
            throw new ConnectException("What was emitted of " + unit.asText()
                    + " and what would come under these settings do not go together: " + String.join("; ", breaks)
                    + ". Set them back; or stop the connector and reset the offset of this unit, which is read again from"
                    + " its beginning then (PATCH /connectors/{name}/offsets with null); or go on regardless with "
                    + SourceSettings.SETTINGS_CHANGE + "=" + WebsitesDefinition.ACCEPT);
        }
        LOG.warn(
                "Settings changed that shape the data, which is accepted: unit={} changes={}",
                unit.asText(),
                String.join("; ", breaks));
    }

    /** The records with offsets that say it. */
    List<SourceRecord> stamp(List<SourceRecord> batch) {
        List<SourceRecord> stamped = new ArrayList<>(batch.size());
        for (SourceRecord bare : batch) {
            Shaping shaping = byPartition.get(bare.sourcePartition());
            stamped.add(new SourceRecord(
                    bare.sourcePartition(),
                    new ShapedOffset(bare.sourceOffset(), shaping),
                    bare.topic(),
                    bare.kafkaPartition(),
                    bare.keySchema(),
                    bare.key(),
                    bare.valueSchema(),
                    bare.value(),
                    bare.timestamp(),
                    bare.headers()));
        }
        return stamped;
    }
}
