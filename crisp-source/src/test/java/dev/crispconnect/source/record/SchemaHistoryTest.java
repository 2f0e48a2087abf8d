package dev.crispconnect.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.registry.utils.converter.avro.AvroData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What consumers have must stay readable: every schema is held against its copy in {@code src/test/resources/schemas}.
 * {@code mvn test -Dschemas.write=true} writes the copies anew, but none that an older one forbids.
 */
class SchemaHistoryTest {

    private static final Path COPIES = Path.of("src/test/resources/schemas");

    static Stream<Schema> schemas() {
        Map<String, Schema> schemas = new TreeMap<>();
        RecordMapperTest.structs().map(Struct::schema).forEach(schema -> {
            Schema avro = avro(schema);
            schemas.put(avro.getFullName(), avro);
        });
        return schemas.values().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsAsItsCopySays(Schema schema) throws IOException {
        Path copy = COPIES.resolve(schema.getName() + ".avsc");
        if (Files.exists(copy)) {
            assertThat(SchemaHistory.problems(parse(Files.readString(copy)), schema))
                    .as(
                            "Consumers of %s would break. Only add optional fields, and raise the version",
                            schema.getName())
                    .isEmpty();
        }
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(COPIES);
            Files.writeString(copy, pretty(schema) + "\n");
        }
        assertThat(copy)
                .as("The change is compatible. Run mvn test -Dschemas.write=true and commit the copy with it")
                .hasContent(pretty(schema));
    }

    @Test
    void thereIsNoCopyOfASchemaThatIsGone() throws IOException {
        try (Stream<Path> copies = Files.list(COPIES)) {
            assertThat(copies.map(copy -> copy.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            schemas().map(schema -> schema.getName() + ".avsc").toList());
        }
    }

    @Test
    void aSchemaMayStayAsItIs() {
        assertThat(problems(struct -> struct.version(1))).isEmpty();
    }

    @Test
    void anOptionalFieldMayBeAddedInAHigherVersion() {
        assertThat(problems(struct -> struct.version(2).field("more", optionalText())))
                .isEmpty();
    }

    @Test
    void aFieldIsNotAddedInTheSameVersion() {
        assertThat(problems(struct -> struct.version(1).field("more", optionalText())))
                .singleElement()
                .asString()
                .contains("still has version 1");
    }

    @Test
    void aRequiredFieldIsNotAdded() {
        assertThat(problems(
                        struct -> struct.version(2).field("more", org.apache.kafka.connect.data.Schema.STRING_SCHEMA)))
                .singleElement()
                .asString()
                .contains("cannot be read");
    }

    @Test
    void aFieldIsNotTakenAway() {
        assertThat(SchemaHistory.problems(
                        avro(sample().version(1).field("old", optionalText()).build()),
                        avro(sample().version(2).build())))
                .containsExactly("dev.crispconnect.Sample.old is gone");
    }

    @Test
    void aFieldIsNotRetypedAtAnyDepth() {
        SchemaBuilder text = inner().field("x", optionalText());
        SchemaBuilder number =
                inner().field("x", SchemaBuilder.int64().optional().build());

        for (UnaryOperator<org.apache.kafka.connect.data.Schema> around :
                List.<UnaryOperator<org.apache.kafka.connect.data.Schema>>of(
                        inner -> inner,
                        inner -> SchemaBuilder.array(inner).build(),
                        inner -> SchemaBuilder.map(optionalText(), inner).build())) {
            assertThat(SchemaHistory.problems(
                            avro(sample().version(1)
                                    .field("in", around.apply(text.build()))
                                    .build()),
                            avro(sample().version(2)
                                    .field("in", around.apply(number.build()))
                                    .build())))
                    .anyMatch(problem -> problem.contains("dev.crispconnect.Inner.x was"));
        }
    }

    private static List<String> problems(UnaryOperator<SchemaBuilder> change) {
        return SchemaHistory.problems(
                avro(sample().version(1).build()), avro(change.apply(sample()).build()));
    }

    private static SchemaBuilder sample() {
        return SchemaBuilder.struct()
                .name("dev.crispconnect.Sample")
                .field("id", org.apache.kafka.connect.data.Schema.STRING_SCHEMA);
    }

    private static SchemaBuilder inner() {
        return SchemaBuilder.struct().name("dev.crispconnect.Inner").version(1);
    }

    private static org.apache.kafka.connect.data.Schema optionalText() {
        return org.apache.kafka.connect.data.Schema.OPTIONAL_STRING_SCHEMA;
    }

    /** As a registry keeps it: written and read back. */
    private static Schema avro(org.apache.kafka.connect.data.Schema schema) {
        return parse(new AvroData(100).fromConnectSchema(schema).toString());
    }

    private static String pretty(Schema schema) {
        return SchemaFormatter.format("json/pretty", schema);
    }

    private static Schema parse(String text) {
        return new Schema.Parser().parse(text);
    }
}
