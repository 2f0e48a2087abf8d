package dev.crispconnect.simulator.admin;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The JSON object that a request brings, one inside it, or the query. What is missing, of the wrong type or unknown is
 * refused with a sentence that names the field. A null counts as not given.
 */
final class Input {

    private final Map<String, ?> given;
    private final Map<String, Object> values;

    Input(Map<String, ?> values) {
        this.given = values;
        this.values = Collections.unmodifiableMap(withoutNulls(values));
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> values) {
        Map<String, Object> given = new LinkedHashMap<>(values);
        given.values().removeIf(Objects::isNull);
        return given;
    }

    /** Refuses every field but these. */
    Input only(List<String> known) {
        values.keySet().stream()
                .sorted()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String what = known.isEmpty() ? "none" : String.join(", ", known);
                    throw Refused.invalid("There is no field " + name + " here; there is " + what + ".");
                });
        return this;
    }

    /** Refuses every field but these. */
    Input only(String... known) {
        return only(Arrays.asList(known));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Map<String, Object> values() {
        return values;
    }

    /** As they were given: for payloads, in which a null means something. */
    Map<String, ?> valuesWithNulls() {
        return given;
    }

    Object any(String name) {
        return required(name, Optional.ofNullable(values.get(name)));
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    Optional<String> optionalText(String name) {
        return typed(name, String.class, "a text");
    }

    int whole(String name) {
        return required(name, optionalWhole(name));
    }

    int whole(String name, int otherwise) {
        return optionalWhole(name).orElse(otherwise);
    }

    /** A whole number of 0 or more. */
    int count(String name, int otherwise) {
        int count = whole(name, otherwise);
        if (count < 0) {
            throw wrong(name, "0 or more");
        }
        return count;
    }

    private Optional<Integer> optionalWhole(String name) {
        return optionalLong(name).map(value -> {
            if (value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
                throw wrong(name, "a smaller whole number");
            }
            return value.intValue();
        });
    }

    /** A whole number; in a query, where all is text, the digits of one. */
    Optional<Long> optionalLong(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof Integer || value instanceof Long) {
                return ((Number) value).longValue();
            }
            if (value instanceof String text && text.matches("-?[0-9]{1,18}")) {
                return Long.valueOf(text);
            }
            throw wrong(name, "a whole number");
        });
    }

    long wholeLong(String name) {
        return required(name, optionalLong(name));
    }

    /** The conversation that nearly every action is about. */
    String sessionId() {
        return text("sessionId");
    }

    /** An object as it is. */
    Map<String, Object> map(String name) {
        return required(name, object(name)).values();
    }

    double number(String name, double otherwise) {
        double number =
                typed(name, Number.class, "a number").map(Number::doubleValue).orElse(otherwise);
        if (!Double.isFinite(number)) {
            throw wrong(name, "a number");
        }
        return number;
    }

    boolean flag(String name) {
        return required(name, typed(name, Boolean.class, "true or false"));
    }

    boolean flag(String name, boolean otherwise) {
        return typed(name, Boolean.class, "true or false").orElse(otherwise);
    }

    /** A whole number of milliseconds, more than 0 or 0. */
    Duration millis(String name) {
        long millis = wholeLong(name);
        if (millis < 0) {
            throw wrong(name, "0 or more");
        }
        return Duration.ofMillis(millis);
    }

    Optional<Input> object(String name) {
        return typed(name, Map.class, "an object").map(Input::of);
    }

    List<String> texts(String name) {
        List<?> list = typed(name, List.class, "a list of texts").orElse(List.of());
        return list.stream()
                .map(element -> {
                    if (!(element instanceof String text)) {
                        throw wrong(name, "a list of texts");
                    }
                    return text;
                })
                .toList();
    }

    List<Input> objects(String name) {
        List<?> list = typed(name, List.class, "a list of objects").orElse(List.of());
        return list.stream()
                .map(element -> {
                    if (!(element instanceof Map<?, ?> map)) {
                        throw wrong(name, "a list of objects");
                    }
                    return of(map);
                })
                .toList();
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return required(name, optionalWord(name, type));
    }

    <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> type) {
        return optionalText(name).map(text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> Words.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, "one of " + String.join(", ", Words.all(type)))));
    }

    Refused wrong(String name, String expected) {
        return Refused.invalid("The field " + name + " should be " + expected + ", not " + values.get(name) + ".");
    }

    private <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> Refused.invalid("The field " + name + " is missing."));
    }

    private <T> Optional<T> typed(String name, Class<T> type, String expected) {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, expected);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    @SuppressWarnings("unchecked") // the parser makes no other keys than strings
    private static Input of(Map<?, ?> map) {
        return new Input((Map<String, Object>) map);
    }
}
