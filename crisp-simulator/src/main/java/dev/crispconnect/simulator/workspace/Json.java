package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** What is other in {@code after}: of objects only the part that is, null for what is no longer there. */
    static Map<String, Object> difference(Map<?, ?> before, Map<?, ?> after) {
        Map<String, Object> difference = new LinkedHashMap<>();
        after.forEach((key, value) -> {
            Object old = before.get(key);
            if (!Objects.equals(old, value)) {
                boolean both = old instanceof Map && value instanceof Map;
                difference.put((String) key, both ? difference((Map<?, ?>) old, (Map<?, ?>) value) : value);
            }
        });
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> difference.put((String) key, null));
        return difference;
    }
}
