package dev.crispconnect.client.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Writes the plain values of a request (maps, lists, text, numbers, booleans, null) as JSON. Pure. */
public final class JsonBody {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonBody() {}

    /**
     * An object.
     *
     * @throws IllegalArgumentException when a value is none that JSON has; it names the type, not the value
     */
    public static String of(Map<String, ?> fields) {
        return object(fields).toString();
    }

    /**
     * A list.
     *
     * @throws IllegalArgumentException when an element is none that JSON has; it names the type, not the value
     */
    public static String of(List<?> elements) {
        return node(elements).toString();
    }

    private static ObjectNode object(Map<?, ?> fields) {
        ObjectNode node = NODES.objectNode();
        fields.forEach((name, value) -> node.set(String.valueOf(name), node(value)));
        return node;
    }

    private static JsonNode node(Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Map<?, ?> fields) {
            return object(fields);
        }
        if (value instanceof Iterable<?> elements) {
            ArrayNode list = NODES.arrayNode();
            elements.forEach(element -> list.add(node(element)));
            return list;
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        throw new IllegalArgumentException("JSON has no " + value.getClass().getName());
    }

    private static JsonNode number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        if (number instanceof BigInteger integer) {
            return NODES.numberNode(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no infinite and no undefined number");
            }
            // through text, or a float would grow the digits of its binary neighbour
            return NODES.numberNode(new BigDecimal(number.toString()));
        }
        return NODES.numberNode(number.longValue());
    }
}
