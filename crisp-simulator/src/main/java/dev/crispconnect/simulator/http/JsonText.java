package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/** JSON as it travels in bodies and queries. */
final class JsonText {

    private JsonText() {}

    static Buffer of(Object value) {
        return Buffer.buffer(JsonCodec.bytes(value));
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
     * An array of objects, as it travels in a query.
     *
     * @param name where it stands in the request
     * @throws Refusal when it is none
     */
    @SuppressWarnings("unchecked") // each element is checked, and the parser makes no other keys than strings
    static List<Map<String, Object>> objects(String name, String text) {
        try {
            List<?> list = JsonCodec.parse(text, List.class);
            if (list != null && list.stream().allMatch(Map.class::isInstance)) {
                return (List<Map<String, Object>>) list;
            }
        } catch (MalformedJsonException e) {
            throw Refusal.invalid(name + " should be array", e);
        }
        throw Refusal.invalid(name + " should be array");
    }

    /**
     * A request body as a map; empty when there is none.
     *
     * @throws Refusal when it is not a JSON object
     */
    @SuppressWarnings("unchecked") // the parser makes no other keys than strings
    static Map<String, Object> object(Buffer body) {
        if (body.length() == 0) {
            return Map.of();
        }
        try {
            Map<String, Object> object = JsonCodec.parse(body.getBytes(), Map.class);
            return object == null ? Map.of() : object;
        } catch (MalformedJsonException e) {
            throw Refusal.invalid("data should be object", e);
        }
    }
}
