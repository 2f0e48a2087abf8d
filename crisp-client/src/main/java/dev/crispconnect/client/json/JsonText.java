package dev.crispconnect.client.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that comes from strangers into the plain values that requests are made of: maps, lists, text, {@code Long} or
 * {@code BigInteger}, {@code BigDecimal} or {@code Double}, booleans and null. Depth and the length of numbers are bounded,
 * a name given twice is an error, and no error repeats what was read. Thread-safe.
 */
public final class JsonText {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Reads one value.
     *
     * @throws JsonTextException when the text is not exactly one JSON value within the bounds
     */
    public static Object read(String text) throws JsonTextException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw broken(parser.currentLocation());
            }
            return value;
        } catch (StreamConstraintsException beyond) {
            throw new JsonTextException("the JSON is nested more than " + DEEPEST
                    + " deep or holds a number of more than " + LONGEST_NUMBER + " digits");
        } catch (JsonProcessingException malformed) {
            throw broken(malformed.getLocation());
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory could not be read", impossible);
        }
    }

    private static Object value(JsonParser parser) throws IOException, JsonTextException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw broken(parser.currentLocation());
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw broken(parser.currentLocation());
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException, JsonTextException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (fields.containsKey(name)) {
                throw new JsonTextException(name, "given twice");
            }
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<Object> list(JsonParser parser) throws IOException, JsonTextException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Number integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> parser.getBigIntegerValue();
        };
    }

    /** Scientific notation becomes a double: as a decimal, a few characters can stand for a billion digits. */
    private static Number fraction(JsonParser parser) throws IOException {
        String digits = parser.getText();
        boolean scientific = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        return scientific ? (Number) Double.valueOf(digits) : parser.getDecimalValue();
    }

    private static JsonTextException broken(JsonLocation at) {
        return new JsonTextException(
                "the value is not JSON, seen at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
}
