package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies and merges of JSON values as plain maps, lists, strings, numbers, booleans and null. */
final class Json {

    private Json() {}

    /** A deep copy that cannot be changed. */
    static Map<String, Object> frozen(Map<String, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, frozenValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    static Object frozenValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, child) -> copy.put((String) key, frozenValue(child)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(child -> copy.add(frozenValue(child)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /** An object with one field, which may be null. */
    static Map<String, Object> field(String name, Object value) {
        return Collections.singletonMap(name, value);
    }

    /** {@code base} with what {@code patch} names: objects are merged, everything else is replaced. */
    static Map<String, Object> merged(Map<?, ?> base, Map<?, ?> patch) {
        Map<String, Object> result = new LinkedHashMap<>();
        base.forEach((key, value) -> result.put((String) key, value));
        patch.forEach((key, value) -> {
            Object old = result.get((String) key);
            boolean both = old instanceof Map && value instanceof Map;
            result.put((String) key, both ? merged((Map<?, ?>) old, (Map<?, ?>) value) : frozenValue(value));
        });
        return Collections.unmodifiableMap(result);
    }
}
