package dev.crispconnect.sink.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.json.JsonText;
import io.apicurio.registry.utils.converter.avro.AvroData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that are written by their Avro schemas, through a converter for Avro. */
class AvroCommandsTest {

    private final CommandParser parser = new CommandParser(
            Map.of(), new CommandSettings("w", ArchiveMode.RESOLVE_AND_TAG, "", true, OptionalInt.of(100_000)));

    static Stream<String> examples() {
        return DocumentedExamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyDocumentedExampleIsUnderstood(String json) throws Exception {
        Map<String, Object> example = object(json);
        Schema schema = schemaOf(example);
        GenericRecord avro = write(schema, example);
        Object struct = new AvroData(100).toConnectData(schema, avro).value();

        SinkRecord record = Records.of(null, struct, 1);
        assertThat(parser.parse(record, Coordinates.of(record)))
                .isInstanceOfSatisfying(Parsed.Accepted.class, accepted -> assertThat(
                                accepted.command().name())
                        .isEqualTo(type(example).name()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatTheParserRefusesCannotBeWritten(String json) throws Exception {
        Map<String, Object> example = object(json);
        Schema schema = schemaOf(example);

        assertThatThrownBy(() -> write(schema, with(example, "no_such_field", "x")))
                .isInstanceOf(AvroRuntimeException.class);
        for (String name : type(example).fields().form().required()) {
            Map<String, Object> without = new LinkedHashMap<>(example);
            without.remove(name);
            assertThatThrownBy(() -> write(schema, without)).isInstanceOf(AvroRuntimeException.class);
        }
        type(example).fields().form().fields().forEach((name, form) -> {
            Form written = form instanceof Form.Depending depending ? AvroSchemas.anyOf(depending) : form;
            Samples.mistyped(written)
                    .forEach(value -> assertThatThrownBy(() -> write(schema, with(example, name, value)))
                            .as("%s: %s", name, value)
                            .isInstanceOf(AvroRuntimeException.class));
        });
    }

    /** @throws AvroRuntimeException when the schema has no place for a value, or a place without a value */
    private static GenericRecord write(Schema schema, Map<?, ?> fields) {
        GenericRecordBuilder builder = new GenericRecordBuilder(schema);
        fields.forEach((name, value) -> {
            Schema.Field field = schema.getField((String) name);
            if (field == null) {
                throw new AvroRuntimeException("no field " + name);
            }
            builder.set(field, value(notNull(field.schema()), value));
        });
        GenericRecord built = builder.build();
        if (!GenericData.get().validate(schema, built)) {
            throw new AvroRuntimeException("mistyped");
        }
        return built;
    }

    private static Schema notNull(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().get(1) : schema;
    }

    /** What the schema wants it to be where that is another way to write the same: names and free-form values. */
    private static Object value(Schema schema, Object value) {
        if (schema.getType() == Schema.Type.RECORD) {
            return value instanceof Map<?, ?> fields
                    ? write(schema, fields)
                    : value instanceof String name && schema.getField("nickname") != null
                            ? write(schema, Map.of("nickname", name))
                            : value;
        } else if (schema.getType() == Schema.Type.ARRAY && value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(each -> elements.add(value(schema.getElementType(), each)));
            return elements;
        } else if (schema.getType() == Schema.Type.MAP && value instanceof Map<?, ?> map) {
            Map<String, Object> texts = new LinkedHashMap<>();
            map.forEach((name, each) -> texts.put((String) name, each instanceof List ? each : each.toString()));
            return texts;
        }
        return schema.getType() == Schema.Type.DOUBLE && value instanceof Number number ? number.doubleValue() : value;
    }

    private static Map<String, Object> with(Map<String, Object> example, String name, Object value) {
        Map<String, Object> with = new LinkedHashMap<>(example);
        with.put(name, value);
        return with;
    }

    private static Schema schemaOf(Map<String, Object> example) {
        return AvroSchemas.of(type(example));
    }

    private static CommandType type(Map<String, Object> command) {
        return Commands.find((String) command.get("command"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String json) throws Exception {
        return (Map<String, Object>) JsonText.read(json);
    }
}
