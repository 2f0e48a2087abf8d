package dev.crispconnect.source;

import dev.crispconnect.source.position.StoredOffsetException;
import dev.crispconnect.source.position.StoredUnit;
import dev.crispconnect.source.position.UnitKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Reads positions from Connect's offsets. */
final class StoredPositions {

    private StoredPositions() {}

    /**
     * Where to go on with each unit; empty where nothing is stored.
     *
     * @throws ConnectException when an offset cannot be used, or its data does not go together with these settings
     */
    static Map<UnitKey, Optional<StoredUnit>> read(
            Collection<UnitKey> units, OffsetStorageReader offsets, ShapedUnits shapes) {
        List<Map<String, String>> partitions =
                units.stream().map(UnitKey::toMap).toList();
        Map<Map<String, String>, Map<String, Object>> stored = offsets.offsets(partitions);
        Map<UnitKey, Optional<StoredUnit>> positions = new LinkedHashMap<>();
        for (UnitKey unit : units) {
            Map<String, Object> offset = stored.get(unit.toMap());
            if (offset != null) {
                positions.put(unit, Optional.of(position(unit, offset)));
                shapes.admit(unit, offset);
            } else {
                positions.put(unit, Optional.empty());
            }
        }
        return positions;
    }

    /**
     * By which settings the data under an offset was shaped; empty where that was not stored.
     *
     * @throws ConnectException when it is not readable
     */
    static Optional<Shaping> shaping(UnitKey unit, Map<String, ?> offset) {
        Object stored = offset.get(ShapedOffset.KEY);
        if (stored == null) {
            return Optional.empty();
        }
        Optional<Shaping> shaping = stored instanceof String text ? Shaping.fromText(text) : Optional.empty();
        if (shaping.isEmpty()) {
            throw new ConnectException("The offset of " + unit.asText() + " cannot be used: '" + ShapedOffset.KEY
                    + "' must be a text such as " + SourceSettings.PEOPLE_DATA + "=true. Stop the connector, patch or"
                    + " reset its offsets (/connectors/{name}/offsets), and resume it");
        }
        return shaping;
    }

    /**
     * Reads an offset.
     *
     * @throws ConnectException when it cannot be used
     */
    static StoredUnit position(UnitKey unit, Map<String, ?> offset) {
        try {
            return StoredUnit.fromMap(unit.unit(), offset);
        } catch (StoredOffsetException unusable) {
            throw new ConnectException(
                    "The offset of " + unit.asText() + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }
}
