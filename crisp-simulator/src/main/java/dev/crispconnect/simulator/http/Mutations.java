package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Mutation;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Turns a good answer into one that a client of today does not expect (Crisp API reference, section 10.2). */
final class Mutations {

    /** What a message or a conversation cannot be without: everything else is optional (section 1.3). */
    private static final Set<String> KEPT = Set.of(
            "website_id",
            "session_id",
            "people_id",
            "user_id",
            "inbox_id",
            "fingerprint",
            "type",
            "from",
            "content",
            "timestamp",
            "created_at",
            "updated_at");

    private static final Map<String, Object> UNKNOWN_VALUE = Map.of("version", 2, "parts", List.of("a", Map.of()));
    private static final String UNKNOWN_TYPE = "hologram";

    private Mutations() {}

    /** The answer, mutated; as it is when it is an error or no JSON. */
    static Answer of(Answer answer, Mutation kind) {
        if (answer.status() >= 300) {
            return answer;
        }
        try {
            Map<String, Object> envelope = object(JsonCodec.parse(answer.body().getBytes(), Map.class));
            return new Answer(
                    answer.status(), Buffer.buffer(JsonCodec.bytes(mutated(envelope, kind))), answer.headers());
        } catch (MalformedJsonException e) {
            return answer;
        }
    }

    private static Map<String, Object> mutated(Map<String, Object> envelope, Mutation kind) {
        Map<String, Object> mutated = new LinkedHashMap<>(envelope);
        switch (kind) {
            case NO_DATA -> mutated.remove("data");
            case NULL_OBJECTS -> mutated.computeIfPresent("data", (name, data) -> items(data, Mutations::nullObjects));
            case MISSING_FIELDS -> mutated.computeIfPresent("data", (name, data) -> items(data, Mutations::thinned));
            case UNKNOWN_TYPE ->
                mutated.computeIfPresent("data", (name, data) -> everyObject(data, Mutations::retyped));
            case NEW_FIELD -> {
                mutated.computeIfPresent("data", (name, data) -> everyObject(data, Mutations::enlarged));
                mutated.put("x_new_field", UNKNOWN_VALUE);
            }
        }
        return mutated;
    }

    private static Object items(Object data, Function<Map<String, Object>, Object> change) {
        return data instanceof List<?> list
                ? list.stream().map(item -> item(item, change)).toList()
                : item(data, change);
    }

    private static Object item(Object item, Function<Map<String, Object>, Object> change) {
        return item instanceof Map<?, ?> ? change.apply(object(item)) : item;
    }

    private static Object nullObjects(Map<String, Object> item) {
        Map<String, Object> changed = new LinkedHashMap<>(item);
        changed.replaceAll((name, value) -> value instanceof Map ? null : value);
        return changed;
    }

    private static Object thinned(Map<String, Object> item) {
        Map<String, Object> changed = new LinkedHashMap<>(item);
        changed.keySet().retainAll(KEPT);
        return changed;
    }

    private static Map<String, Object> enlarged(Map<String, Object> object) {
        object.put("x_new_field", UNKNOWN_VALUE);
        return object;
    }

    /** Messages, and previews of messages, are what has a type and a fingerprint. */
    private static Map<String, Object> retyped(Map<String, Object> object) {
        if (object.containsKey("fingerprint")) {
            object.computeIfPresent("type", (name, type) -> UNKNOWN_TYPE);
        }
        return object;
    }

    private static Object everyObject(Object value, Function<Map<String, Object>, Map<String, Object>> change) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> everyObject(element, change)).toList();
        }
        if (value instanceof Map<?, ?>) {
            Map<String, Object> changed = new LinkedHashMap<>(object(value));
            changed.replaceAll((name, inner) -> everyObject(inner, change));
            return change.apply(changed);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // the parser makes no other keys than strings
    private static Map<String, Object> object(Object map) {
        return (Map<String, Object>) map;
    }
}
