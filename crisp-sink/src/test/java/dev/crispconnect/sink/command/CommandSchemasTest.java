package dev.crispconnect.sink.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.crispconnect.client.json.JsonBody;
import dev.crispconnect.client.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.SchemaFormatter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas in {@code config/schemas} say what the parser says. They are made of the same definitions;
 * {@code mvn test -Dschemas.write=true} writes them anew.
 */
class CommandSchemasTest {

    private static final Path JSON = Path.of("../config/schemas/json");
    private static final Path AVRO = Path.of("../config/schemas/avro");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final CommandParser parser = new CommandParser(
            Map.of(), new CommandSettings("w", ArchiveMode.RESOLVE_AND_TAG, "", true, OptionalInt.of(100_000)));

    static Stream<CommandType> types() {
        return Commands.types().stream();
    }

    static Stream<String> examples() {
        return DocumentedExamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void thePublishedSchemasAreMadeOfTheDefinitions(CommandType type) throws IOException {
        check(JSON.resolve(type.name() + ".schema.json"), PrettyJson.of(JsonSchemas.of(type)));
        check(AVRO.resolve(type.name() + ".avsc"), SchemaFormatter.format("json/pretty", AvroSchemas.of(type)) + "\n");
    }

    private static void check(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("Run mvn test -Dschemas.write=true and commit the schemas")
                .hasContent(expected);
    }

    @Test
    void thereIsNoSchemaOfACommandThatIsGone() throws IOException {
        assertThat(names(JSON)).containsExactlyInAnyOrderElementsOf(fileNames(".schema.json"));
        assertThat(names(AVRO)).containsExactlyInAnyOrderElementsOf(fileNames(".avsc"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> fileNames(String ending) {
        return types().map(type -> type.name() + ending).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyDocumentedExampleIsAcceptedByBoth(String json) throws Exception {
        Map<String, Object> example = object(json);

        assertThat(problems(type(example), example)).isEmpty();
        assertThat(parse(example)).isInstanceOf(Parsed.Accepted.class);
    }

    @Test
    void everyCommandHasAnExample() {
        assertThat(DocumentedExamples.all())
                .hasSizeGreaterThanOrEqualTo(Commands.types().size());
        assertThat(types()).allSatisfy(type -> assertThat(exampleOf(type)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsAcceptedByBoth(CommandType type) throws Exception {
        for (Map.Entry<String, Form> field : type.fields().form().fields().entrySet()) {
            for (Map<String, Object> good : goodOnes(type, field.getKey(), field.getValue())) {
                assertThat(problems(type, good)).as("%s", good).isEmpty();
                type.fields().read(good);
                if (field.getValue() instanceof Form.Depending) {
                    MessageContents.read((String) good.get("type"), good.get("content"));
                }
            }
        }
    }

    private static List<Map<String, Object>> goodOnes(CommandType type, String name, Form form) {
        if (!(form instanceof Form.Depending depending)) {
            Object value = name.equals("command") ? type.name() : Samples.good(form);
            return List.of(with(exampleOf(type), name, value));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        depending.forms().forEach((word, each) -> all.add(depending(type, name, word, Samples.good(each))));
        return all;
    }

    @ParameterizedTest
    @MethodSource("types")
    void aMissingFieldIsRefusedByBoth(CommandType type) {
        for (String name : type.fields().form().required()) {
            Map<String, Object> without = exampleOf(type);
            without.remove(name);

            assertRefused(type, without, name);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void anUnknownFieldIsRefusedByBoth(CommandType type) {
        assertRefused(type, with(exampleOf(type), "no_such_field", "x"), "no_such_field");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aMistypedOrForbiddenValueIsRefusedByBothAtAnyDepth(CommandType type) {
        type.fields().form().fields().forEach((name, form) -> {
            if (form instanceof Form.Depending depending) {
                depending.forms().forEach((word, each) -> bad(each)
                        .forEach(value -> assertRefused(type, depending(type, name, word, value), name)));
            } else {
                bad(form).forEach(value -> assertRefused(type, with(exampleOf(type), name, value), name));
            }
        });
    }

    private static List<Object> bad(Form form) {
        List<Object> bad = new ArrayList<>(Samples.mistyped(form));
        bad.addAll(Samples.forbidden(form));
        return bad;
    }

    private void assertRefused(CommandType type, Map<String, Object> command, String field) {
        assertThat(problems(type, command)).as("schema of %s", command).isNotEmpty();
        assertThat(parse(command))
                .as("parser of %s", command)
                .isInstanceOfSatisfying(Parsed.Rejected.class, rejected -> assertThat(rejected.reason())
                        .contains("field '" + field));
    }

    private static List<String> problems(CommandType type, Map<String, Object> command) {
        JsonSchema schema = FACTORY.getSchema(JsonBody.of(JsonSchemas.of(type)));
        return schema.validate(JsonBody.of(command), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private Parsed parse(Map<String, Object> command) {
        SinkRecord record = Records.of(null, JsonBody.of(command), 1);
        return parser.parse(record, Coordinates.of(record));
    }

    /** The first example of a command. */
    private static Map<String, Object> exampleOf(CommandType type) {
        return DocumentedExamples.all().stream()
                .map(CommandSchemasTest::object)
                .filter(each -> type(each).equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static CommandType type(Map<String, Object> command) {
        return Commands.find((String) command.get("command"));
    }

    private static Map<String, Object> with(Map<String, Object> command, String name, Object value) {
        command.put(name, value);
        return command;
    }

    private static Map<String, Object> depending(CommandType type, String name, String word, Object value) {
        Map<String, Object> command = with(with(exampleOf(type), "type", word), name, value);
        command.remove("text");
        return command;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String json) {
        try {
            return new LinkedHashMap<>((Map<String, Object>) JsonText.read(json));
        } catch (dev.crispconnect.client.json.JsonTextException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
