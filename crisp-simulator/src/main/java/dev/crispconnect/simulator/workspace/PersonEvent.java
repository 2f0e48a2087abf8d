package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Map;

/**
 * Something a person did, as an integration tells it (Crisp API reference, section 3.11).
 *
 * @param data flat, not modifiable; null for none
 * @param color such as {@code blue}; null for none
 */
public record PersonEvent(String text, Map<String, Object> data, String color, Instant timestamp) {

    public PersonEvent {
        data = data == null ? null : Json.frozen(data);
    }
}
