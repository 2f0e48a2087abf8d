package dev.crispconnect.source.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/**
 * A Connect schema together with where each of its fields comes from, so that the two cannot drift apart.
 *
 * <p>Only ids are required: Crisp may leave any other field out, and fields may be added to a schema but never removed or
 * retyped. Every struct has a name of its own, as converters for Avro confuse shapes that share one.
 *
 * @param <T> the value that is turned into a struct
 */
final class Shape<T> {

    static final String NAMESPACE = "dev.crispconnect.";

    private final Schema required;
    private final Schema optional;

    /** Where the fields come from, in their order. */
    private final List<Source<T>> sources;

    private Shape(Builder<T> builder) {
        this.required = builder.build(false);
        this.optional = builder.build(true);
        this.sources = List.copyOf(builder.sources);
    }

    static <T> Builder<T> named(String name, String doc) {
        return new Builder<>(name, doc);
    }

    /** The schema of a value that is always there. */
    Schema schema() {
        return required;
    }

    /** The struct of a value; null for null. */
    Struct struct(T value) {
        return value == null ? null : fill(new Struct(required), value);
    }

    private Struct fill(Struct struct, T value) {
        List<Field> fields = struct.schema().fields();
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).putInto(struct, fields.get(i), value);
        }
        return struct;
    }

    /** Where a field comes from. */
    private interface Source<T> {

        void putInto(Struct struct, Field field, T value);

        static <T> Source<T> of(Function<T, Object> read) {
            return (struct, field, value) -> {
                Object part = read.apply(value);
                // most fields of most values are empty, which is what they are to begin with
                if (part != null || !field.schema().isOptional()) {
                    struct.put(field, part);
                }
            };
        }

        /** It is put in before it is filled: Connect looks through whatever is put in, once for each level above. */
        static <T, U> Source<T> of(Shape<U> shape, Function<T, U> read) {
            return (struct, field, value) -> {
                U part = read.apply(value);
                if (part != null) {
                    Struct inner = new Struct(field.schema());
                    struct.put(field, inner);
                    shape.fill(inner, part);
                }
            };
        }
    }

    /** Collects the fields, in the order in which the schema has them. */
    static final class Builder<T> {

        /** Converters for Avro turn these parameters into the docs of the fields. */
        private static final String FIELD_DOC = "io.confluent.connect.avro.field.doc.";

        private final String name;
        private final String doc;
        private final List<FieldSchema> fields = new ArrayList<>();
        private final List<Source<T>> sources = new ArrayList<>();
        private int version = 1;

        private Builder(String name, String doc) {
            this.name = name;
            this.doc = doc;
        }

        private record FieldSchema(String name, Schema schema, String doc) {}

        /** A text that is always there. */
        Builder<T> id(String field, Function<T, String> read, String fieldDoc) {
            return add(field, Schema.STRING_SCHEMA, read::apply, fieldDoc);
        }

        /** A whole number that is always there. */
        Builder<T> numericId(String field, Function<T, Long> read, String fieldDoc) {
            return add(field, Schema.INT64_SCHEMA, read::apply, fieldDoc);
        }

        Builder<T> text(String field, Function<T, String> read, String fieldDoc) {
            return add(field, Schema.OPTIONAL_STRING_SCHEMA, read::apply, fieldDoc);
        }

        Builder<T> flag(String field, Function<T, Boolean> read, String fieldDoc) {
            return add(field, Schema.OPTIONAL_BOOLEAN_SCHEMA, read::apply, fieldDoc);
        }

        Builder<T> small(String field, Function<T, Integer> read, String fieldDoc) {
            return add(field, Schema.OPTIONAL_INT32_SCHEMA, read::apply, fieldDoc);
        }

        Builder<T> whole(String field, Function<T, Long> read, String fieldDoc) {
            return add(field, Schema.OPTIONAL_INT64_SCHEMA, read::apply, fieldDoc);
        }

        Builder<T> number(String field, Function<T, Double> read, String fieldDoc) {
            return add(field, Schema.OPTIONAL_FLOAT64_SCHEMA, read::apply, fieldDoc);
        }

        Builder<T> time(String field, Function<T, Instant> read, String fieldDoc) {
            Schema schema = Timestamp.builder().optional().build();
            return add(field, schema, value -> date(read.apply(value)), fieldDoc);
        }

        Builder<T> texts(String field, Function<T, List<String>> read, String fieldDoc) {
            Schema schema = SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build();
            return add(field, schema, read::apply, fieldDoc);
        }

        Builder<T> textMap(String field, Function<T, Map<String, String>> read, String fieldDoc) {
            Schema schema = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_STRING_SCHEMA)
                    .optional()
                    .build();
            return add(field, schema, read::apply, fieldDoc);
        }

        <U> Builder<T> struct(String field, Shape<U> shape, Function<T, U> read, String fieldDoc) {
            return add(field, shape.optional, Source.of(shape, read), fieldDoc);
        }

        <U> Builder<T> structs(String field, Shape<U> shape, Function<T, List<U>> read, String fieldDoc) {
            Schema schema = SchemaBuilder.array(shape.required).optional().build();
            return add(field, schema, value -> structs(shape, read.apply(value)), fieldDoc);
        }

        /** Raised by hand with each field that is added; 1 unless it is said. */
        Builder<T> version(int newVersion) {
            version = newVersion;
            return this;
        }

        Shape<T> build() {
            return new Shape<>(this);
        }

        private static <U> List<Struct> structs(Shape<U> shape, List<U> values) {
            List<Struct> structs = new ArrayList<>(values.size());
            for (U value : values) {
                structs.add(shape.struct(value));
            }
            return structs;
        }

        private static Date date(Instant time) {
            return time == null ? null : Date.from(time);
        }

        private Builder<T> add(String field, Schema schema, Function<T, Object> read, String fieldDoc) {
            return add(field, schema, Source.of(read), fieldDoc);
        }

        private Builder<T> add(String field, Schema schema, Source<T> source, String fieldDoc) {
            fields.add(new FieldSchema(field, schema, fieldDoc));
            sources.add(source);
            return this;
        }

        private Schema build(boolean optionalValue) {
            SchemaBuilder builder = SchemaBuilder.struct()
                    .name(NAMESPACE + name)
                    .version(version)
                    .doc(doc);
            if (optionalValue) {
                builder.optional();
            }
            for (FieldSchema field : fields) {
                builder.field(field.name, field.schema);
                builder.parameter(FIELD_DOC + field.name, field.doc);
            }
            return builder.build();
        }
    }
}
