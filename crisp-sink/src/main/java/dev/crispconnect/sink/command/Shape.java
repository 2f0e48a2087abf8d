package dev.crispconnect.sink.command;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * An object with known fields, read from a Struct or a Map. Names are snake_case; camelCase is accepted too. Null is the
 * same as absent, so one schema may serve several commands.
 */
final class Shape implements Kind {

    private final Map<String, Kind> fields;
    private final Set<String> required;

    private Shape(Map<String, Kind> fields, Set<String> required) {
        this.fields = fields;
        this.required = required;
    }

    static Shape empty() {
        return new Shape(Map.of(), Set.of());
    }

    /** The same with one more field, which must be there. */
    Shape required(String name, Kind kind) {
        Set<String> more = new LinkedHashSet<>(required);
        more.add(name);
        return new Shape(optional(name, kind).fields, more);
    }

    /** The same with one more field. */
    Shape optional(String name, Kind kind) {
        Map<String, Kind> more = new LinkedHashMap<>(fields);
        more.put(name, kind);
        return new Shape(more, required);
    }

    /** The same with several more fields of one kind. */
    Shape optional(Kind kind, String... names) {
        Shape shape = this;
        for (String name : names) {
            shape = shape.optional(name, kind);
        }
        return shape;
    }

    @Override
    public String words() {
        return "an object";
    }

    @Override
    public Form.Group form() {
        Map<String, Form> forms = new LinkedHashMap<>();
        fields.forEach((name, kind) -> forms.put(name, kind.form()));
        return new Form.Group(forms, required);
    }

    @Override
    public Map<String, Object> read(Object value) throws Mistake {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : entries(value).entrySet()) {
            take(entry.getKey(), entry.getValue(), plain);
        }
        for (String name : required) {
            if (!plain.containsKey(name)) {
                throw Mistake.of(name, "missing, expected " + fields.get(name).words());
            }
        }
        return plain;
    }

    /** The fields of a Struct or Map that are not null, as they came. */
    static Map<String, Object> entries(Object value) throws Mistake {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Struct struct) {
            for (Field field : struct.schema().fields()) {
                entries.put(field.name(), struct.get(field));
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String name)) {
                    throw Mistake.of("expected field names to be text, found " + Kinds.describe(entry.getKey()));
                }
                entries.put(name, entry.getValue());
            }
        } else {
            throw Mistake.expected("an object", value);
        }
        entries.values().removeIf(Objects::isNull);
        return entries;
    }

    private void take(String given, Object value, Map<String, Object> plain) throws Mistake {
        String name = fields.containsKey(given) ? given : Names.snakeCase(given);
        Kind kind = fields.get(name);
        if (kind == null) {
            throw Mistake.of(given, "unknown" + Names.suggestion(name, fields.keySet()));
        }
        try {
            if (plain.put(name, kind.read(value)) != null) {
                throw Mistake.of("given twice, in snake_case and in camelCase");
            }
        } catch (Mistake mistake) {
            throw mistake.in(name);
        }
    }
}
