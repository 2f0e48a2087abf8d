package dev.crispconnect.sink.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.connect.sink.SinkRecord;

class CommandParserPropertiesTest {

    private static final String SECRET = "s3cr3t-value";

    private final CommandParser parser = new CommandParser(
            Map.of(), new CommandSettings("w", ArchiveMode.RESOLVE_AND_TAG, "", false, OptionalInt.of(1_000)));

    private Parsed parse(Object key, Object value) {
        SinkRecord record = Records.of(key, value, 1);
        return parser.parse(record, Coordinates.of(record));
    }

    @Property
    void noObjectMakesItThrow(@ForAll("values") Object key, @ForAll("commands") Object value) {
        assertThat(parse(key, value)).isNotNull();
    }

    @Property
    void noBytesMakeItThrow(@ForAll byte[] key, @ForAll byte[] value) {
        assertThat(parse(key, value)).isInstanceOfAny(Parsed.Rejected.class, Parsed.Tombstone.class);
    }

    @Property
    void noTextMakesItThrow(@ForAll("jsonLike") String value) {
        assertThat(parse(null, value)).isInstanceOfAny(Parsed.Rejected.class, Parsed.Accepted.class);
    }

    @Property
    void theSameRecordMakesTheSameCommand(@ForAll("values") Object key, @ForAll("commands") Object value) {
        Parsed once = parse(key, value);
        Parsed again = parse(key, value);
        if (once instanceof Parsed.Accepted first && again instanceof Parsed.Accepted second) {
            assertThat(second.command()).isEqualTo(first.command());
        } else {
            assertThat(again).isEqualTo(once);
        }
    }

    @Property
    void noReasonRepeatsAValue(@ForAll("commandNames") String command, @ForAll("fieldNames") String field) {
        for (Object hostile : List.of(SECRET, List.of(SECRET), Map.of("text", SECRET), SECRET + "/..", SECRET + "\n")) {
            Parsed parsed = parse(null, Map.of("command", command, field, hostile, "unknown_field", 1));
            assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
            if (!field.equals("command")) {
                assertThat(((Parsed.Rejected) parsed).reason()).doesNotContain(SECRET);
            }
        }
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.strings()
                .withChars("{}[]\":,\\u0 1-.eE+tfn")
                .withChars("commandresolvesession_id")
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> commandNames() {
        return Arbitraries.of(Commands.names());
    }

    @Provide
    Arbitrary<String> fieldNames() {
        return Arbitraries.of(
                "session_id",
                "sessionId",
                "website_id",
                "note",
                "resolved_by",
                "type",
                "from",
                "content",
                "text",
                "origin",
                "fingerprint",
                "timestamp",
                "user",
                "mentions",
                "references",
                "people_id",
                "email",
                "person",
                "company",
                "segments",
                "notepad",
                "active",
                "create_if_missing",
                "command_id",
                "search_text",
                "search_filter",
                "assigned",
                "messages",
                "per_page",
                "updated_to",
                "user_id",
                "stealth");
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(text -> (Object) text),
                Arbitraries.of("text", "picker", "operator", "..", "a/b", "session_1", "{}", "{\"session_id\":\"s\"}"),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false),
                Arbitraries.strings().map(text -> (Object) text.getBytes(StandardCharsets.UTF_16)));
        Arbitrary<Object> list = leaf.list().ofMaxSize(3).map(elements -> (Object) elements);
        Arbitrary<Object> map =
                Arbitraries.maps(fieldNames(), leaf).ofMaxSize(3).map(fields -> (Object) fields);
        return Arbitraries.oneOf(leaf, list, map).injectNull(0.1);
    }

    @Provide
    Arbitrary<Object> commands() {
        return Arbitraries.maps(fieldNames(), values()).ofMaxSize(5).flatMap(fields -> commandNames()
                .map(name -> {
                    Map<String, Object> value = new java.util.HashMap<>(fields);
                    value.put("command", name);
                    return (Object) value;
                }));
    }
}
