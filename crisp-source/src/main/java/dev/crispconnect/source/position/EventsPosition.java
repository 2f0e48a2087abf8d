package dev.crispconnect.source.position;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a website's events are: nowhere to resume from, as Crisp tells each once or never. What is kept tells when the last
 * one was emitted.
 *
 * @param receivedAt of the last event, epoch milliseconds by the worker's clock; 0 before the first
 */
public record EventsPosition(long receivedAt) implements UnitPosition {

    /** Before the first event. */
    public static final EventsPosition NONE = new EventsPosition(0);

    private static final long VERSION = 1;
    private static final String RECEIVED_AT = "received_at";

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", VERSION);
        map.put(RECEIVED_AT, receivedAt);
        return map;
    }

    /**
     * Reads an offset.
     *
     * @throws StoredOffsetException when it is of another version or malformed
     */
    public static EventsPosition fromMap(Map<String, ?> offset) {
        StoredMap stored = new StoredMap(offset);
        stored.requireVersion(VERSION);
        return new EventsPosition(stored.whole(RECEIVED_AT));
    }
}
