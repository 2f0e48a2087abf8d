package dev.crispconnect.simulator.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened, as the realtime API and the web hooks tell it (Crisp API reference, section 5.7).
 *
 * @param name its namespace, such as {@code message:send}
 * @param websiteId where it happened
 * @param data the whole payload by the names on the wire, {@code website_id}, {@code session_id} and {@code inbox_id}
 *     included where the event has them; not modifiable
 * @param time when, by the simulator's clock
 */
public record Event(String name, String websiteId, Map<String, Object> data, Instant time) {

    public Event {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(websiteId, "websiteId");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(time, "time");
    }

    /** The conversation it is about; null when it is about none. */
    public String sessionId() {
        return (String) data.get("session_id");
    }

    /** The inbox of that conversation; null for the main one, and when the event is about no conversation. */
    public String inboxId() {
        return (String) data.get("inbox_id");
    }
}
