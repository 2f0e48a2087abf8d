package dev.crispconnect.simulator.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON text to plain maps, lists, strings, numbers, booleans and null, and back. Thread-safe. */
public final class JsonCodec {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // what a hook's receiver parses and writes anew must be what was signed
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonCodec() {}

    /** The text of a value in UTF-8, without line breaks. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not made of JSON values", e);
        }
    }

    /** The text of a value, without line breaks. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not made of JSON values", e);
        }
    }

    /**
     * The value of a text.
     *
     * @throws MalformedJsonException when it is no JSON, or no value of that type
     */
    public static <T> T parse(byte[] text, Class<T> type) throws MalformedJsonException {
        try {
            return MAPPER.readValue(text, type);
        } catch (IOException e) {
            throw new MalformedJsonException(e);
        }
    }

    /** See {@link #parse(byte[], Class)}. */
    public static <T> T parse(String text, Class<T> type) throws MalformedJsonException {
        try {
            return MAPPER.readValue(text, type);
        } catch (IOException e) {
            throw new MalformedJsonException(e);
        }
    }
}
