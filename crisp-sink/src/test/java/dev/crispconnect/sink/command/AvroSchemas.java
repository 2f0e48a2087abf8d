package dev.crispconnect.sink.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Makes Avro schemas of commands. Converters make of a union of two types a struct that no field looks like, so there is
 * none but with null: what may be a name or an object is an object, free-form values are text, and of what depends on another
 * field every object's fields are there, all optional.
 */
final class AvroSchemas {

    private static final String NAMESPACE = "dev.crispconnect.command";

    private AvroSchemas() {}

    static Schema of(CommandType type) {
        return record(
                pascalCase(type.name()), SchemaDocs.of(type), type.fields().form());
    }

    private static Schema schema(String name, Form form) {
        if (form instanceof Form.Flag) {
            return Schema.create(Schema.Type.BOOLEAN);
        } else if (form instanceof Form.Whole) {
            return Schema.create(Schema.Type.LONG);
        } else if (form instanceof Form.Numeric) {
            return Schema.create(Schema.Type.DOUBLE);
        } else if (form instanceof Form.Time) {
            return LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
        } else if (form instanceof Form.MapOf map) {
            return Schema.createMap(schema(name, map.value()));
        } else if (form instanceof Form.ListOf list) {
            return Schema.createArray(schema(name, list.element()));
        } else if (form instanceof Form.Group group) {
            return record(name, null, group);
        } else if (form instanceof Form.NameOr nameOr) {
            return record(name, null, nameOr.group());
        } else if (form instanceof Form.Depending depending) {
            return record(name, null, anyOf(depending));
        }
        return Schema.create(Schema.Type.STRING);
    }

    private static Schema record(String name, String doc, Form.Group group) {
        List<Schema.Field> fields = new ArrayList<>();
        group.fields().forEach((field, form) -> {
            Schema schema = schema(name + pascalCase(field), form);
            fields.add(
                    group.required().contains(field)
                            ? new Schema.Field(field, schema)
                            : new Schema.Field(
                                    field,
                                    Schema.createUnion(Schema.create(Schema.Type.NULL), schema),
                                    null,
                                    JsonProperties.NULL_VALUE));
        });
        return Schema.createRecord(name, doc, NAMESPACE, false, fields);
    }

    /** @throws IllegalStateException when two objects mean different things by one name */
    static Form.Group anyOf(Form.Depending depending) {
        Map<String, Form> fields = new LinkedHashMap<>();
        for (Form.Group group : depending.groups()) {
            group.fields().forEach((name, form) -> {
                Form other = fields.putIfAbsent(name, form);
                if (other != null && other.getClass() != form.getClass()) {
                    throw new IllegalStateException("two forms of " + name);
                }
            });
        }
        return new Form.Group(fields, Set.of());
    }

    private static String pascalCase(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : name.split("_", -1)) {
            pascal.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return pascal.toString();
    }
}
