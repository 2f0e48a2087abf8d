package dev.crispconnect.source;

import dev.crispconnect.source.position.StoredOffsetException;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Reads positions from Connect's offsets, and checks those that an operator writes. */
final class StoredPositions {

    private StoredPositions() {}

    /** Where to go on with each unit; empty where nothing is stored. */
    static Map<UnitKey, Optional<UnitPosition>> read(Collection<UnitKey> units, OffsetStorageReader offsets) {
        List<Map<String, String>> partitions =
                units.stream().map(UnitKey::toMap).toList();
        Map<Map<String, String>, Map<String, Object>> stored = offsets.offsets(partitions);
        Map<UnitKey, Optional<UnitPosition>> positions = new LinkedHashMap<>();
        for (UnitKey unit : units) {
            Map<String, Object> offset = stored.get(unit.toMap());
            positions.put(unit, offset == null ? Optional.empty() : Optional.of(position(unit, offset)));
        }
        return positions;
    }

    /**
     * Accepts offsets that this connector could have stored, and null for anything: what another connector of the same
     * name has left must be removable.
     *
     * @throws ConnectException when a partition or offset is none of this connector's
     */
    static void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                position(unit(partition), offset);
            }
        });
    }

    private static UnitKey unit(Map<String, ?> partition) {
        try {
            UnitKey unit = UnitKey.fromMap(partition);
            if (!unit.toMap().equals(partition)) {
                throw new ConnectException("Not a source partition of this connector, as it has more than a website_id"
                        + " and a unit: take it as GET /connectors/{name}/offsets shows it");
            }
            return unit;
        } catch (StoredOffsetException unusable) {
            throw new ConnectException("Not a source partition of this connector: " + unusable.getMessage(), unusable);
        }
    }

    private static UnitPosition position(UnitKey unit, Map<String, ?> offset) {
        try {
            return UnitPosition.fromMap(unit.unit(), offset);
        } catch (StoredOffsetException unusable) {
            throw new ConnectException(
                    "The offset of " + unit.asText() + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }
}
