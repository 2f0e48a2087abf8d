package dev.crispconnect.source.position;

import dev.crispconnect.source.budget.Spent;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * What is stored of a unit as the map that Connect wants of every record, encoded when it is first looked into. Connect looks
 * into few of them, as it stores the newest of a batch only, and encoding all would be quadratic in a burst.
 *
 * <p>Safe for use by many threads: at worst two of them encode the same.
 */
public final class SourceOffset extends AbstractMap<String, Object> {

    private final StoredUnit unit;
    private volatile Map<String, Object> encoded;

    public SourceOffset(UnitPosition position, Spent spent) {
        this.unit = new StoredUnit(position, spent);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> map = encoded;
        if (map == null) {
            map = unit.toMap();
            encoded = map;
        }
        return map.entrySet();
    }
}
