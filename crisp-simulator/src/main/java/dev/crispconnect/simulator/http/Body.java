package dev.crispconnect.simulator.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON object a request brings, or one inside it. Every method refuses a value of the wrong type with 400 and a sentence
 * in the style of Crisp's validator that names the field (Crisp API reference, section 1.4). A null counts as not given.
 */
record Body(String name, Map<String, Object> values) {

    static Body of(Map<String, Object> values) {
        return new Body("data", values);
    }

    boolean has(String field) {
        return values.get(field) != null;
    }

    /** It must be named, if only as null. */
    void requireNamed(String field) {
        if (!values.containsKey(field)) {
            throw Refusal.invalid(name + " should have required property '." + field + "'");
        }
    }

    void require(String field) {
        if (!has(field)) {
            throw Refusal.invalid(name + " should have required property '." + field + "'");
        }
    }

    String requiredText(String field) {
        require(field);
        return text(field).orElseThrow();
    }

    boolean requiredFlag(String field) {
        require(field);
        return flag(field).orElseThrow();
    }

    Optional<String> text(String field) {
        return typed(field, String.class, "string");
    }

    Optional<Boolean> flag(String field) {
        return typed(field, Boolean.class, "boolean");
    }

    Optional<Long> whole(String field) {
        Optional<Number> number = typed(field, Number.class, "integer");
        number.filter(value -> !(value instanceof Integer || value instanceof Long))
                .ifPresent(value -> {
                    throw wrong(field, "integer");
                });
        return number.map(Number::longValue);
    }

    Optional<Number> number(String field) {
        Optional<Number> number = typed(field, Number.class, "number");
        number.ifPresent(value -> Shape.NUMBER.checked(name + "." + field, value));
        return number;
    }

    /** A time in ISO 8601 that must be there. */
    Instant requiredDate(String field) {
        String text = requiredText(field);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(name + "." + field + " should match format \"date-time\"", e);
        }
    }

    /** One of these words, if it is there. */
    Optional<String> allowed(String field, List<String> words) {
        Optional<String> text = text(field);
        text.ifPresent(word -> choice(field, Optional.of(word).filter(words::contains)));
        return text;
    }

    Optional<Body> object(String field) {
        return Optional.ofNullable(values.get(field)).map(value -> {
            if (!(value instanceof Map<?, ?> map)) {
                throw wrong(field, "object");
            }
            return nested(field, map);
        });
    }

    Optional<List<Object>> list(String field) {
        return Optional.ofNullable(values.get(field)).map(value -> {
            if (!(value instanceof List<?> list)) {
                throw wrong(field, "array");
            }
            return Collections.<Object>unmodifiableList(list);
        });
    }

    Optional<List<String>> texts(String field) {
        return list(field).map(list -> list.stream()
                .map(element -> {
                    if (!(element instanceof String text)) {
                        throw wrong(field + "[]", "string");
                    }
                    return text;
                })
                .toList());
    }

    /** A list of objects. */
    Optional<List<Body>> objects(String field) {
        return list(field).map(list -> list.stream()
                .map(element -> {
                    if (!(element instanceof Map<?, ?> map)) {
                        throw wrong(field + "[]", "object");
                    }
                    return nested(field + "[]", map);
                })
                .toList());
    }

    /** A flat map of strings, numbers and booleans. */
    Optional<Map<String, Object>> data(String field) {
        Optional<Body> object = object(field);
        object.ifPresent(data -> Shape.DATA.checked(data.name(), data.values()));
        return object.map(Body::values);
    }

    /** One of the given words. */
    <T> T choice(String field, Optional<T> known) {
        return known.orElseThrow(
                () -> Refusal.invalid(name + "." + field + " should be equal to one of the allowed values"));
    }

    Refusal wrong(String field, String type) {
        return Refusal.invalid(name + "." + field + " should be " + type);
    }

    private <T> Optional<T> typed(String field, Class<T> type, String typeName) {
        Object value = values.get(field);
        if (value != null && !type.isInstance(value)) {
            throw wrong(field, typeName);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    @SuppressWarnings("unchecked") // the parser makes no other keys than strings
    private Body nested(String field, Map<?, ?> map) {
        return new Body(name + "." + field, (Map<String, Object>) map);
    }
}
