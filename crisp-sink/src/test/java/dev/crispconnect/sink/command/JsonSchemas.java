package dev.crispconnect.sink.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes JSON Schemas of commands. */
final class JsonSchemas {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Map<String, Object> SCALARS = Map.of("type", List.of("string", "number", "boolean"));

    private JsonSchemas() {}

    static Map<String, Object> of(CommandType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", type.name());
        schema.put("description", SchemaDocs.of(type));
        schema.putAll(group(type.fields().form()));
        properties(schema).put("command", Map.of("enum", names(type)));
        return schema;
    }

    private static List<String> names(CommandType type) {
        List<String> names = new ArrayList<>(List.of(type.name()));
        names.addAll(type.aliases());
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> group) {
        return (Map<String, Object>) group.get("properties");
    }

    private static Map<String, Object> schema(Form form) {
        if (form instanceof Form.Text text) {
            return text(text);
        } else if (form instanceof Form.OneOf oneOf) {
            return Map.of("enum", List.copyOf(oneOf.words()));
        } else if (form instanceof Form.Flag) {
            return Map.of("type", "boolean");
        } else if (form instanceof Form.Whole whole) {
            return whole(whole);
        } else if (form instanceof Form.Numeric) {
            return Map.of("type", "number");
        } else if (form instanceof Form.Time) {
            return whole(new Form.Whole(1, Kinds.MAX_SAFE_WHOLE));
        } else if (form instanceof Form.Scalar scalar) {
            return scalar.pattern().isEmpty() ? SCALARS : sorted(SCALARS, Map.of("pattern", scalar.pattern()));
        } else if (form instanceof Form.MapOf map) {
            return sorted(Map.of("type", "object", "additionalProperties", schema(map.value())));
        } else if (form instanceof Form.ListOf list) {
            return sorted(Map.of("type", "array", "items", schema(list.element())));
        } else if (form instanceof Form.NameOr nameOr) {
            return Map.of("anyOf", List.of(text(new Form.Text("\\S")), group(nameOr.group())));
        } else if (form instanceof Form.Group group) {
            return group(group);
        }
        // said by conditions of the object around it
        return Map.of();
    }

    private static Map<String, Object> text(Form.Text text) {
        return text.pattern().isEmpty()
                ? Map.of("type", "string")
                : sorted(Map.of("type", "string", "pattern", text.pattern()));
    }

    private static Map<String, Object> whole(Form.Whole whole) {
        return whole.least() == Long.MIN_VALUE
                ? Map.of("type", "integer")
                : sorted(Map.of("type", "integer", "minimum", whole.least(), "maximum", whole.most()));
    }

    private static Map<String, Object> group(Form.Group group) {
        Map<String, Object> properties = new LinkedHashMap<>();
        group.fields().forEach((name, form) -> properties.put(name, schema(form)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!group.required().isEmpty()) {
            schema.put("required", List.copyOf(group.required()));
        }
        schema.put("additionalProperties", false);
        group.fields().forEach((name, form) -> {
            if (form instanceof Form.Depending depending) {
                schema.put("allOf", conditions(name, depending));
            }
        });
        return schema;
    }

    private static List<Map<String, Object>> conditions(String name, Form.Depending depending) {
        List<Map<String, Object>> conditions = new ArrayList<>();
        new TreeMap<>(depending.forms()).forEach((word, form) -> {
            Map<String, Object> when = new TreeMap<>();
            when.put("properties", Map.of(depending.field(), Map.of("const", word)));
            if (!word.equals(depending.absent())) {
                when.put("required", List.of(depending.field()));
            }
            conditions.add(sorted(Map.of("if", when, "then", Map.of("properties", Map.of(name, schema(form))))));
        });
        return conditions;
    }

    @SafeVarargs
    private static Map<String, Object> sorted(Map<String, Object>... parts) {
        Map<String, Object> sorted = new TreeMap<>();
        for (Map<String, Object> part : parts) {
            sorted.putAll(part);
        }
        return sorted;
    }
}
