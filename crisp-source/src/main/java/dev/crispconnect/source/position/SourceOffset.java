package dev.crispconnect.source.position;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * A {@link UnitPosition} as the map that Connect wants of every record, encoded when it is first looked into. Connect looks
 * into few of them, as it stores the newest of a batch only, and encoding all would be quadratic in a burst.
 *
 * <p>Safe for use by many threads: at worst two of them encode the same.
 */
public final class SourceOffset extends AbstractMap<String, Object> {

    private final UnitPosition position;
    private volatile Map<String, Object> encoded;

    public SourceOffset(UnitPosition position) {
        this.position = position;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> map = encoded;
        if (map == null) {
            map = position.toMap();
            encoded = map;
        }
        return map.entrySet();
    }
}
