package dev.crispconnect.simulator.admin;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A public record as a JSON object: its components by their names. */
final class Components {

    private Components() {}

    static Map<String, Object> of(Record values) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            try {
                components.put(component.getName(), component.getAccessor().invoke(values));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("a record whose parts cannot be read: " + values.getClass(), e);
            }
        }
        return components;
    }
}
