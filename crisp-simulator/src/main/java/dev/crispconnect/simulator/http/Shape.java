package dev.crispconnect.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a value in a body must look like. A value of the wrong type is refused with 400 and a sentence that names the field
 * (Crisp API reference, section 1.4); fields that are not known are left out, and so are nulls.
 */
@FunctionalInterface
interface Shape {

    Shape TEXT = one("string", String.class::isInstance);
    Shape FLAG = one("boolean", Boolean.class::isInstance);
    Shape NUMBER = one("number", Shape::isNumber);
    Shape WHOLE = one("integer", value -> value instanceof Integer || value instanceof Long);
    Shape DATA = flat();

    /**
     * The value as far as it is known.
     *
     * @param name where it stands in the request
     * @throws Refusal when it does not look like this
     */
    Object checked(String name, Object value);

    static Shape one(String typeName, Predicate<Object> type) {
        return (name, value) -> {
            if (!type.test(value)) {
                throw Refusal.invalid(name + " should be " + typeName);
            }
            return value;
        };
    }

    static Shape oneOf(List<String> words) {
        return (name, value) -> {
            if (!words.contains(TEXT.checked(name, value))) {
                throw Refusal.invalid(name + " should be equal to one of the allowed values");
            }
            return value;
        };
    }

    /** A text that a test accepts, which the validator calls a format. */
    static Shape format(String format, Predicate<String> test) {
        return (name, value) -> {
            if (!test.test((String) TEXT.checked(name, value))) {
                throw Refusal.invalid(name + " should match format \"" + format + "\"");
            }
            return value;
        };
    }

    static Shape list(Shape element) {
        return (name, value) -> {
            if (!(value instanceof List<?> list)) {
                throw Refusal.invalid(name + " should be array");
            }
            List<Object> checked = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                checked.add(element.checked(name + "[" + i + "]", list.get(i)));
            }
            return checked;
        };
    }

    static Shape object(Map<String, Shape> fields) {
        return (name, value) -> {
            Map<?, ?> map = map(name, value);
            Map<String, Object> checked = new LinkedHashMap<>();
            fields.forEach((field, shape) -> {
                Object given = map.get(field);
                if (given != null) {
                    checked.put(field, shape.checked(name + "." + field, given));
                }
            });
            return checked;
        };
    }

    /** An object whose fields all look alike. */
    static Shape object(Shape each, String... fields) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (String field : fields) {
            shapes.put(field, each);
        }
        return object(shapes);
    }

    /** The same, where these fields may not be left out. */
    default Shape requiring(String... fields) {
        return (name, value) -> {
            for (String field : fields) {
                if (map(name, value).get(field) == null) {
                    throw Refusal.invalid(name + " should have required property '." + field + "'");
                }
            }
            return checked(name, value);
        };
    }

    /** Like this one: its fields, and values of the types of its values. An empty list stands for one of texts. */
    static Shape like(Object sample) {
        if (sample instanceof Map<?, ?> map) {
            Map<String, Shape> fields = new LinkedHashMap<>();
            map.forEach((field, value) -> fields.put((String) field, like(value)));
            return object(fields);
        }
        if (sample instanceof List) {
            return list(TEXT);
        }
        return sample instanceof Boolean ? FLAG : TEXT;
    }

    /** The body as far as it is known. */
    @SuppressWarnings("unchecked") // a shape of an object makes a map
    default Map<String, Object> of(Body body) {
        return (Map<String, Object>) checked(body.name(), body.values());
    }

    /** Whether it is a number that JSON can write: one that is too large for any has become an infinite one. */
    static boolean isNumber(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private static Map<?, ?> map(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Refusal.invalid(name + " should be object");
        }
        return map;
    }

    private static Shape flat() {
        return (name, value) -> {
            map(name, value).forEach((key, child) -> {
                if (!(child instanceof String || child instanceof Boolean || isNumber(child))) {
                    throw Refusal.invalid(name + "." + key + " should be string,number,boolean");
                }
            });
            return value;
        };
    }
}
