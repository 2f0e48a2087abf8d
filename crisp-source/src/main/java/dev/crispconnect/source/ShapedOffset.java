package dev.crispconnect.source;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An offset with the settings that shaped the data. It looks into the offset, which is costly, only when it is looked into. */
final class ShapedOffset extends AbstractMap<String, Object> {

    static final String KEY = "shaped_by";

    private final Map<String, ?> offset;
    private final Shaping shaping;

    ShapedOffset(Map<String, ?> offset, Shaping shaping) {
        this.offset = offset;
        this.shaping = shaping;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> whole = new LinkedHashMap<>(offset);
        whole.put(KEY, shaping.asText());
        return whole.entrySet();
    }
}
