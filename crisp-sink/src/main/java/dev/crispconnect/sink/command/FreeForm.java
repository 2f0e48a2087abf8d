package dev.crispconnect.sink.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names with text, numbers, true or false. */
record FreeForm() implements Kind {

    private static final Kind VALUE = Kinds.kind(
            "text, a number, true or false",
            new Form.Scalar(""),
            value -> value instanceof String || value instanceof Boolean ? value : Kinds.number(value));

    @Override
    public String words() {
        return "an object";
    }

    @Override
    public Form form() {
        return new Form.MapOf(VALUE.form());
    }

    @Override
    public Map<String, Object> read(Object value) throws Mistake {
        Map<String, Object> read = new LinkedHashMap<>();
        for (Map.Entry<String, Object> each : Shape.entries(value).entrySet()) {
            try {
                read.put(each.getKey(), VALUE.read(each.getValue()));
            } catch (Mistake mistake) {
                throw mistake.in(each.getKey());
            }
        }
        return read;
    }
}
