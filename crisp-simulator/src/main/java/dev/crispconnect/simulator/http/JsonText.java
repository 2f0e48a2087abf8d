package dev.crispconnect.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** JSON text to plain maps, lists, strings, numbers, booleans and null, and back. */
final class JsonText {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonText() {}

    static Buffer of(Object value) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not made of JSON values", e);
        }
    }

    /** An array of texts that are JSON already. */
    static Buffer array(List<Buffer> elements) {
        int length = elements.stream().mapToInt(Buffer::length).sum();
        Buffer array = Buffer.buffer(length + elements.size() + 2).appendByte((byte) '[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                array.appendByte((byte) ',');
            }
            array.appendBuffer(elements.get(i));
        }
        return array.appendByte((byte) ']');
    }

    /**
     * A request body as a map; empty when there is none.
     *
     * @throws Refusal when it is not a JSON object
     */
    static Map<String, Object> object(Buffer body) {
        if (body.length() == 0) {
            return Map.of();
        }
        try {
            Map<String, Object> object = MAPPER.readValue(body.getBytes(), OBJECT);
            return object == null ? Map.of() : object;
        } catch (IOException e) {
            throw Refusal.invalid("data should be object", e);
        }
    }
}
