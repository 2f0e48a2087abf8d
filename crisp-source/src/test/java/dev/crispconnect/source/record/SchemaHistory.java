package dev.crispconnect.source.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Says what is wrong with a change of a schema. Stricter than Avro: a reader may drop a field there, and no consumer of ours
 * may find one gone. A schema that changed has a higher version.
 */
final class SchemaHistory {

    private static final String VERSION = "connect.version";

    private SchemaHistory() {}

    /** Why the newer schema must not follow the older one; empty when it may. */
    static List<String> problems(Schema older, Schema newer) {
        List<String> problems = new ArrayList<>();
        Map<String, Schema> before = structs(older);
        Map<String, Schema> after = structs(newer);
        before.forEach((name, struct) -> {
            if (after.containsKey(name)) {
                compare(struct, after.get(name), problems);
            }
        });
        SchemaCompatibilityType avro =
                SchemaCompatibility.checkReaderWriterCompatibility(newer, older).getType();
        if (avro != SchemaCompatibilityType.COMPATIBLE) {
            problems.add(newer.getFullName() + " cannot be read by those who know the older one alone");
        }
        return problems;
    }

    private static void compare(Schema before, Schema after, List<String> problems) {
        String name = before.getFullName();
        int found = problems.size();
        for (Schema.Field field : before.getFields()) {
            Schema.Field now = after.getField(field.name());
            if (now == null) {
                problems.add(name + "." + field.name() + " is gone");
            } else if (!kind(now.schema()).equals(kind(field.schema()))) {
                problems.add(
                        name + "." + field.name() + " was " + kind(field.schema()) + " and is " + kind(now.schema()));
            }
        }
        boolean grew = after.getFields().size() > before.getFields().size();
        if (grew && problems.size() == found && version(after) <= version(before)) {
            problems.add(name + " has more fields and still has version " + version(after));
        }
    }

    private static long version(Schema struct) {
        return ((Number) struct.getObjectProp(VERSION)).longValue();
    }

    /** A type in short; structs by name, as each is compared by itself. */
    private static String kind(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFullName();
            case UNION ->
                schema.getTypes().stream().map(SchemaHistory::kind).toList().toString();
            case ARRAY -> "list of " + kind(schema.getElementType());
            case MAP -> "map of " + kind(schema.getValueType());
            default -> schema.getType().getName() + " " + schema.getProp("connect.name");
        };
    }

    /** All structs inside a schema, by name. */
    private static Map<String, Schema> structs(Schema schema) {
        Map<String, Schema> structs = new LinkedHashMap<>();
        collect(schema, structs);
        return structs;
    }

    private static void collect(Schema schema, Map<String, Schema> structs) {
        switch (schema.getType()) {
            case RECORD -> {
                if (structs.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), structs));
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, structs));
            case ARRAY -> collect(schema.getElementType(), structs);
            case MAP -> collect(schema.getValueType(), structs);
            default -> {
                // holds no struct
            }
        }
    }
}
