package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened on the visitor's side, as the website tells it (Crisp API reference, section 3.5).
 *
 * @param data what belongs to it; flat
 * @param color such as {@code red}; null for none
 */
public record VisitorEvent(String text, Map<String, Object> data, String color, Instant time) {

    public VisitorEvent {
        data = Json.frozen(data);
    }

    /** By the names on the wire. */
    public Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("text", text);
        wire.put("data", data);
        if (color != null) {
            wire.put("color", color);
        }
        wire.put("timestamp", time.toEpochMilli());
        return Collections.unmodifiableMap(wire);
    }
}
