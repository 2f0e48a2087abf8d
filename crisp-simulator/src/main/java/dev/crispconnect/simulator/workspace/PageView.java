package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page a visitor looked at (Crisp API reference, section 3.5).
 *
 * @param referrer where they came from; null when unknown
 */
public record PageView(String title, String url, String referrer, Instant time) {

    /** By the names on the wire. */
    public Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("page_title", title);
        wire.put("page_url", url);
        if (referrer != null) {
            wire.put("page_referrer", referrer);
        }
        wire.put("timestamp", time.toEpochMilli());
        return Collections.unmodifiableMap(wire);
    }
}
