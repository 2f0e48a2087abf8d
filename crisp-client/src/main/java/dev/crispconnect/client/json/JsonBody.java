package dev.crispconnect.client.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Writes the plain values of a request (maps, lists, text, numbers, booleans, null) as JSON. Pure. */
public final class JsonBody {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonBody() {}

    /**
     * An object.
     *
     * @throws IllegalArgumentException when a value is none that JSON has, or too deep; it names the type, not the value
     */
    public static String of(Map<String, ?> fields) {
        return text(fields);
    }

    /**
     * A list.
     *
     * @throws IllegalArgumentException when an element is none that JSON has, or too deep; it names the type, not the value
     */
    public static String of(List<?> elements) {
        return text(elements);
    }

    private static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(value, json);
        } catch (StreamConstraintsException tooDeep) {
            throw new IllegalArgumentException("the request would be nested too deep", tooDeep);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text could not be written to memory", impossible);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> fields) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                json.writeFieldName(String.valueOf(field.getKey()));
                write(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> elements) {
            json.writeStartArray();
            for (Object element : elements) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            write(number, json);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getName());
        }
    }

    private static void write(Number number, JsonGenerator json) throws IOException {
        if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            json.writeNumber(integer);
        } else if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("JSON has no infinite and no undefined number");
            }
            // through text, or a float would grow the digits of its binary neighbour
            json.writeNumber(new BigDecimal(number.toString()));
        } else {
            json.writeNumber(number.longValue());
        }
    }
}
