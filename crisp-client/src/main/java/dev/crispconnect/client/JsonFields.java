package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The fields of a JSON object, read as leniently as the Crisp API reference (section 4) asks: unknown fields do not
 * matter, and absent, null and wrongly typed are all "no value". Pure.
 */
final class JsonFields {

    private final JsonNode node;

    /** @param node anything; what is no object has no fields */
    JsonFields(JsonNode node) {
        this.node = node.isObject() ? node : MissingNode.getInstance();
    }

    /** Whether there is no field at all: absent, null and an empty object mean the same. */
    boolean isEmpty() {
        return node.isEmpty();
    }

    /** @throws UndecodableException when the text is absent or blank; it names the field */
    String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw new UndecodableException("field " + name + " is missing");
        }
        return text;
    }

    /** @throws UndecodableException when the number is absent; it names the field */
    long requiredWholeNumber(String name) {
        Long number = wholeNumber(name);
        if (number == null) {
            throw new UndecodableException("field " + name + " is missing");
        }
        return number;
    }

    String text(String name) {
        return textOrNull(node.path(name));
    }

    Boolean flag(String name) {
        JsonNode value = node.path(name);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** A whole number, sent as one or as its text (fingerprints come both ways); null beyond 64 bits. */
    Long wholeNumber(String name) {
        return wholeNumber(node.path(name));
    }

    /** The whole numbers of a list, read as one by itself is; elements that are none are left out. */
    List<Long> wholeNumbers(String name) {
        List<Long> values = new ArrayList<>();
        for (JsonNode element : array(name)) {
            Long value = wholeNumber(element);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static Long wholeNumber(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return null;
        }
        if (value.isInt() || value.isLong()) {
            return value.longValue();
        }
        try {
            return value.isNumber()
                    ? Long.valueOf(value.decimalValue().longValueExact())
                    : Long.valueOf(value.textValue());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return null;
        }
    }

    Integer smallNumber(String name) {
        Long number = node.path(name).isNumber() ? wholeNumber(name) : null;
        return number == null || number != number.intValue() ? null : Integer.valueOf(number.intValue());
    }

    Double decimal(String name) {
        JsonNode value = node.path(name);
        return value.isNumber() && Double.isFinite(value.doubleValue()) ? Double.valueOf(value.doubleValue()) : null;
    }

    /** A time sent as milliseconds since the epoch. */
    Instant time(String name) {
        Long millis = node.path(name).isNumber() ? wholeNumber(name) : null;
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    JsonFields object(String name) {
        return new JsonFields(node.path(name));
    }

    /** The object made into a value; null when it is absent or has no field. */
    <T> T object(String name, Function<JsonFields, T> reader) {
        JsonFields fields = object(name);
        return fields.isEmpty() ? null : reader.apply(fields);
    }

    /** The objects of a list made into values; elements that are no objects are left out. */
    <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (element.isObject()) {
                values.add(reader.apply(new JsonFields(element)));
            }
        }
        return values;
    }

    /** The texts of a list; elements that are none are left out. */
    List<String> textList(String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (element.isTextual()) {
                values.add(element.textValue());
            }
        }
        return values;
    }

    /** A free-form object: numbers and booleans as their text, nested values as JSON text, nulls left out. */
    Map<String, String> texts(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode object = node.path(name);
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                values.put(field.getKey(), value.isContainerNode() ? value.toString() : value.asText());
            }
        });
        return Collections.unmodifiableMap(values);
    }

    /**
     * A free-form object with its values' types, as {@link JsonText} has them; nulls left out.
     *
     * @throws UndecodableException when it is nested beyond reason
     */
    Map<String, Object> plain(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonNode object = node.path(name);
        try {
            if (object.isObject() && JsonText.read(object.toString()) instanceof Map<?, ?> read) {
                read.forEach((key, value) -> values.put((String) key, value));
            }
        } catch (JsonTextException refused) {
            throw new UndecodableException("field " + name + " cannot be read");
        }
        values.values().removeIf(Objects::isNull);
        return values;
    }

    /** The value as it is; missing when absent or null. */
    JsonNode raw(String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private JsonNode array(String name) {
        JsonNode value = node.path(name);
        return value.isArray() ? value : MissingNode.getInstance();
    }

    private static String textOrNull(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }
}
