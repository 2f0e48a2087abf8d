package dev.crispconnect.client.people;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that a contact did (Crisp API reference, section 3.11). Every field may be null but the data.
 *
 * @param data free-form values; numbers and booleans as their text
 */
public record ProfileEvent(String text, Map<String, String> data, String color, Instant timestamp) {

    public ProfileEvent {
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Shows nothing of the contact. */
    @Override
    public String toString() {
        return "ProfileEvent[]";
    }
}
