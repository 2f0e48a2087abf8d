package dev.crispconnect.source;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An offset with the settings that shaped the data. It looks into the offset, which is costly, only when it is looked into.
 *
 * <p>Equal to itself only: a worker with exactly-once support keeps each record in a hash map until its transaction ends, and
 * a record's hash is made of its offset's. To hash what the offset says would be to encode it for every record.
 *
 * <p>Safe for use by many threads: at worst two of them make the same.
 */
final class ShapedOffset extends AbstractMap<String, Object> {

    static final String KEY = "shaped_by";

    private final Map<String, ?> offset;
    private final Shaping shaping;
    private volatile Map<String, Object> whole;

    ShapedOffset(Map<String, ?> offset, Shaping shaping) {
        this.offset = offset;
        this.shaping = shaping;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> map = whole;
        if (map == null) {
            map = new LinkedHashMap<>(offset);
            map.put(KEY, shaping.asText());
            whole = map;
        }
        return map.entrySet();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
