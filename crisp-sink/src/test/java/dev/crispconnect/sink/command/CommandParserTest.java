package dev.crispconnect.sink.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.storage.SimpleHeaderConverter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

    private final CommandParser parser = new CommandParser(Map.of("outbox", "send_message"), Records.WEBSITE);

    private Parsed parse(SinkRecord record) {
        return parser.parse(record, Coordinates.of(record));
    }

    private Command accepted(SinkRecord record) {
        Parsed parsed = parse(record);
        assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
        return ((Parsed.Accepted) parsed).command();
    }

    private String reason(Object value) {
        return reason(Records.of(value));
    }

    private String reason(SinkRecord record) {
        Parsed parsed = parse(record);
        assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
        return ((Parsed.Rejected) parsed).reason();
    }

    private static final Target CONVERSATION = Target.conversation(Records.WEBSITE, Records.SESSION);
    private static final Command RESOLVE = new ResolveConversation(CONVERSATION, null, null);

    @Nested
    class TheValue {

        @Test
        void mayBeAMap() {
            assertThat(accepted(Records.of(Map.of("command", "resolve_conversation", "session_id", Records.SESSION))))
                    .isEqualTo(RESOLVE);
        }

        @Test
        void mayBeAStructWhoseOtherFieldsAreNull() {
            Schema schema = SchemaBuilder.struct()
                    .field("command", Schema.STRING_SCHEMA)
                    .field("session_id", Schema.STRING_SCHEMA)
                    .field("people_id", Schema.OPTIONAL_STRING_SCHEMA)
                    .field("note", Schema.OPTIONAL_STRING_SCHEMA)
                    .build();
            Struct value = new Struct(schema).put("command", "resolve").put("session_id", Records.SESSION);

            assertThat(accepted(Records.of(value))).isEqualTo(RESOLVE);
        }

        @Test
        void mayBeJsonAsTextOrBytes() {
            String json = "{\"command\": \"resolve\", \"session_id\": \"" + Records.SESSION + "\"}";

            assertThat(accepted(Records.of(json))).isEqualTo(RESOLVE);
            assertThat(accepted(Records.of(json.getBytes(UTF_8)))).isEqualTo(RESOLVE);
            assertThat(accepted(Records.of(ByteBuffer.wrap(json.getBytes(UTF_8)))))
                    .isEqualTo(RESOLVE);
        }

        @Test
        void mayNameItsFieldsInCamelCase() {
            Command command = accepted(Records.of(Map.of(
                    "command", "resolveConversation",
                    "sessionId", Records.SESSION,
                    "websiteId", "other-website",
                    "note", "parcel arrived",
                    "resolvedBy", Map.of("userId", "u1", "nickname", "Judge"))));

            assertThat(command)
                    .isEqualTo(new ResolveConversation(
                            Target.conversation("other-website", Records.SESSION),
                            "parcel arrived",
                            new Message.Author(null, "u1", "Judge", null)));
        }

        @Test
        void mayBeMissingWhichIsATombstone() {
            assertThat(parse(Records.of(null))).isInstanceOf(Parsed.Tombstone.class);
        }

        @Test
        void isRefusedWhenItIsNoObject() {
            assertThat(reason(42)).isEqualTo("expected the value to be an object, found a whole number");
            assertThat(reason("[1]")).isEqualTo("expected the value to be an object, found a list");
            assertThat(reason(List.of())).isEqualTo("expected the value to be an object, found a list");
            assertThat(reason(new byte[] {(byte) 0xc3, 0x28})).isEqualTo("expected JSON in UTF-8, found other bytes");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{\"a\"",
                    "{\"a\":}",
                    "{\"a\":1,}",
                    "{a:1}",
                    "{'a':1}",
                    "{\"a\":01}",
                    "{\"a\":+1}",
                    "{\"a\":1.}",
                    "{\"a\":nul}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\u12g4\"}",
                    "{\"a\":1} 2",
                    "{\"a\":\"\n\"}",
                    "hello",
                    "-"
                })
        void isRefusedWhenItIsNoJson(String text) {
            assertThat(reason(text)).startsWith("the value is not JSON");
        }

        @Test
        void isRefusedWhenItIsNestedBeyondReason() {
            assertThat(reason("{\"command\":" + "[".repeat(100_000)))
                    .startsWith("the JSON is nested more than 32 deep");
        }
    }

    @Nested
    class TheCommand {

        @Test
        void isNamedByTheHeaderBeforeTheField() {
            SinkRecord record = Records.of(Map.of("command", "archive", "session_id", Records.SESSION));
            record.headers().addString(CommandParser.COMMAND_HEADER, "resolve");

            assertThat(accepted(record)).isEqualTo(RESOLVE);
        }

        @Test
        void isNamedByTheFieldBeforeTheSetting() {
            assertThat(accepted(
                            Records.of("outbox", null, Map.of("command", "resolve", "session_id", Records.SESSION), 1)))
                    .isEqualTo(RESOLVE);
        }

        @Test
        void isNamedByTheSettingForItsTopic() {
            assertThat(accepted(Records.of("outbox", Records.SESSION, Map.of("text", "hello"), 1)))
                    .isInstanceOf(SendMessage.class);
        }

        @Test
        void isNamedByTheLastSegmentOfTheOriginalTopic() {
            SinkRecord record = Records.of("crisp.commands.resolve", Records.SESSION, Map.of(), 1);
            SinkRecord renamed = record.newRecord("elsewhere", 0, null, record.key(), null, record.value(), null);

            assertThat(accepted(renamed)).isEqualTo(RESOLVE);
        }

        @Test
        void isRefusedWhenUnknownWithTheNearestName() {
            assertThat(reason(Map.of("command", "resolv_conversation")))
                    .isEqualTo("field 'command': unknown command 'resolv_conversation', did you mean"
                            + " 'resolve_conversation'?");
        }

        @Test
        void isRefusedWhenNothingNamesIt() {
            assertThat(reason(Map.of("session_id", Records.SESSION)))
                    .isEqualTo("no command: set the header 'crisp.command', the field 'command' or the setting"
                            + " topic.commands, or let the topic end in a command's name");
        }

        @Test
        void isRefusedWhenItsNameIsNoText() {
            assertThat(reason(Map.of("command", 3))).isEqualTo("field 'command': expected text, found a whole number");
        }
    }

    @Nested
    class TheId {

        @Test
        void isTheOriginalCoordinatesUnlessGiven() {
            SinkRecord record = Records.of(Records.SESSION, Map.of("command", "resolve"), 7);

            assertThat(((Parsed.Accepted) parse(record)).commandId()).isEqualTo("commands-0-7");
        }

        @Test
        void isTheHeaderBeforeTheField() {
            SinkRecord record =
                    Records.of(Records.SESSION, Map.of("command", "resolve", "command_id", "from-field"), 7);
            assertThat(((Parsed.Accepted) parse(record)).commandId()).isEqualTo("from-field");

            record.headers().addString(CommandParser.ID_HEADER, "from-header");
            assertThat(((Parsed.Accepted) parse(record)).commandId()).isEqualTo("from-header");
        }

        @Test
        void isFoundInCamelCaseBesideANullInSnakeCase() {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("command", "resolve");
            value.put("command_id", null);
            value.put("commandId", "c1");

            assertThat(((Parsed.Accepted) parse(Records.of(Records.SESSION, value, 7))).commandId())
                    .isEqualTo("c1");
        }

        @Test
        void mayBeAWholeNumberInAHeaderAsWorkersReadDigitsAsOneUnlessToldOtherwise() {
            SinkRecord record = Records.of(Records.SESSION, Map.of("command", "resolve"), 7);
            record.headers()
                    .add(
                            CommandParser.ID_HEADER,
                            new SimpleHeaderConverter()
                                    .toConnectHeader("commands", CommandParser.ID_HEADER, "4711".getBytes(UTF_8)));

            assertThat(((Parsed.Accepted) parse(record)).commandId()).isEqualTo("4711");
        }

        @ParameterizedTest
        @ValueSource(strings = {" ", "a\nb", "\u0000"})
        void isRefusedWhenItCannotBePrinted(String id) {
            assertThat(reason(Map.of("command", "resolve", "command_id", id)))
                    .isEqualTo("field 'command_id': expected text of 1 to 256 printable characters, found other text");
        }

        @Test
        void isRefusedWhenTooLong() {
            assertThat(reason(Map.of("command", "resolve", "command_id", "x".repeat(257))))
                    .contains("1 to 256");
        }
    }

    @Nested
    class TheConversation {

        @ParameterizedTest
        @ValueSource(strings = {"session_id", "sessionId"})
        void mayBeAFieldOfTheKey(String field) {
            SinkRecord record = Records.of(
                    Map.of("website_id", "of-the-key", field, Records.SESSION), Map.of("command", "resolve"), 1);

            assertThat(accepted(record).target()).isEqualTo(Target.conversation("of-the-key", Records.SESSION));
        }

        @Test
        void mayBeTheKeyItself() {
            assertThat(accepted(Records.of(Records.SESSION, Map.of("command", "resolve"), 1)))
                    .isEqualTo(RESOLVE);
            assertThat(accepted(Records.of(Records.SESSION.getBytes(UTF_8), Map.of("command", "resolve"), 1)))
                    .isEqualTo(RESOLVE);
        }

        @Test
        void mayBeInAKeyThatHoldsJson() {
            assertThat(accepted(Records.of(
                            "{\"session_id\":\"" + Records.SESSION + "\"}", Map.of("command", "resolve"), 1)))
                    .isEqualTo(RESOLVE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{broken", "{\"session_id\":3}", "{}", " "})
        void isRefusedWhenTheKeyDoesNotHoldItEither(String key) {
            assertThat(reason(Records.of(key, Map.of("command", "resolve"), 1)))
                    .isEqualTo("field 'session_id': missing, expected text here or as the record's key");
        }

        @Test
        void isRefusedWhenNoWebsiteIsKnown() {
            CommandParser withoutDefault = new CommandParser(Map.of(), "");
            SinkRecord record = Records.of(Records.SESSION, Map.of("command", "resolve"), 1);

            assertThat(withoutDefault.parse(record, Coordinates.of(record)))
                    .isEqualTo(new Parsed.Rejected(
                            "commands-0-1",
                            "resolve_conversation",
                            "field 'website_id': missing, expected text, or set crisp.website.id for the connector"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"..", "a/b", "session_%2e", "a?b", "a#b", "a\nb"})
        void isRefusedWhenItCouldReachAnotherRoute(String sessionId) {
            assertThat(reason(Map.of("command", "resolve", "session_id", sessionId)))
                    .startsWith("session_id must not be")
                    .doesNotContain(sessionId + " ");
        }
    }

    @Nested
    class AField {

        @ParameterizedTest
        @CsvSource({"sesion_id,session_id", "notes,note", "resolveBy,resolved_by"})
        void isRefusedWhenUnknownWithTheNearestName(String given, String meant) {
            assertThat(reason(Records.of(Records.SESSION, Map.of("command", "resolve", given, 1), 1)))
                    .isEqualTo("field '" + given + "': unknown, did you mean '" + meant + "'?");
        }

        @Test
        void isRefusedWhenUnknownWithoutAGuessThatIsFarFetched() {
            assertThat(reason(Map.of("command", "resolve", "priority", 1))).isEqualTo("field 'priority': unknown");
        }

        @Test
        void isRefusedWhenGivenInBothCases() {
            assertThat(reason(Map.of("command", "resolve", "session_id", "a", "sessionId", "a")))
                    .isEqualTo("field 'session_id': given twice, in snake_case and in camelCase");
        }

        @Test
        void isRefusedWhenJsonGivesItTwice() {
            assertThat(reason("{\"command\":\"resolve\",\"command\":\"archive\"}"))
                    .isEqualTo("field 'command': given twice");
        }

        @Test
        void isNamedByItsPathWhenItIsDeepInside() {
            assertThat(reason("""
                    {"command": "send", "session_id": "s", "type": "picker", "content":
                      {"id": "p", "text": "Which?", "choices": [{"value": "r", "label": "Red"}, {"value": "b", "label": 3}]}}""")).isEqualTo("field 'content.choices[1].label': expected text, found a whole number");
        }

        @Test
        void neverShowsItsValue() {
            assertThat(reason(Map.of("command", "send", "session_id", "s", "type", "secret-value", "text", "x")))
                    .isEqualTo("field 'type': expected one of animation, audio, carousel, event, field, file, note,"
                            + " picker, text, found text");
        }

        @Test
        void isShownCutAndCleanWhenItsNameIsHostile() {
            assertThat(reason(Map.of("command", "resolve", "x\r\n" + "y".repeat(1_000), 1)))
                    .isEqualTo("field 'x??" + "y".repeat(61) + "...': unknown");
        }

        @Test
        void isTheSameAsAbsentWhenNull() {
            Map<String, Object> value = new HashMap<>(Map.of("command", "resolve", "session_id", Records.SESSION));
            value.put("note", null);
            value.put("anything", null);

            assertThat(accepted(Records.of(value))).isEqualTo(RESOLVE);
        }

        @Test
        void isRefusedWhenItsNameIsNoText() {
            assertThat(reason(Map.of("command", "resolve", 5, "x")))
                    .isEqualTo("expected field names to be text, found a whole number");
        }
    }

    @Nested
    class SendingAMessage {

        private SendMessage message(Map<String, Object> fields) {
            Map<String, Object> value = new HashMap<>(fields);
            value.put("command", "send");
            return (SendMessage) accepted(Records.of(Records.SESSION, value, 1));
        }

        private String mistake(Map<String, Object> fields) {
            Map<String, Object> value = new HashMap<>(fields);
            value.put("command", "send");
            return reason(Records.of(Records.SESSION, value, 1));
        }

        @Test
        void takesTextFromTheOperatorUnlessToldOtherwise() {
            SendMessage command = message(Map.of("text", "On its way"));

            assertThat(command.message().type()).isEqualTo("text");
            assertThat(command.message().from()).isEqualTo("operator");
            assertThat(command.message().origin()).isEqualTo("urn:crispconnect.dev:kafka:0");
            assertThat(command.message().content()).isEqualTo("On its way");
            assertThat(command.message().fingerprint()).isNull();
        }

        @Test
        void takesAllThatCrispTakes() {
            SendMessage command = message(Map.of(
                    "type",
                    "note",
                    "content",
                    "called",
                    "origin",
                    "email",
                    "stealth",
                    true,
                    "automated",
                    false,
                    "timestamp",
                    1760000200000L,
                    "fingerprint",
                    77,
                    "user",
                    Map.of("nickname", "Bot", "avatar", "https://a.example.org/b.png", "type", "website"),
                    "mentions",
                    List.of("u1", "u2"),
                    "references",
                    List.of(Map.of("type", "link", "name", "Tracking", "target", "https://t.example.org"))));

            assertThat(command.message().timestamp()).isEqualTo(Instant.ofEpochMilli(1760000200000L));
            assertThat(command.message().fingerprint()).isEqualTo(77);
            assertThat(command.message().user())
                    .isEqualTo(new Message.Author("website", null, "Bot", "https://a.example.org/b.png"));
            assertThat(command.message().mentions()).containsExactly("u1", "u2");
            assertThat(command.message().references())
                    .containsExactly(new Message.Reference("link", "Tracking", "https://t.example.org"));
            assertThat(command.message().stealth()).isTrue();
            assertThat(command.message().automated()).isFalse();
        }

        @Test
        void takesAConnectTimestamp() {
            Schema schema = SchemaBuilder.struct()
                    .field("text", Schema.STRING_SCHEMA)
                    .field("timestamp", Timestamp.SCHEMA)
                    .build();
            Struct value = new Struct(schema)
                    .put("text", "x")
                    .put("timestamp", Date.from(Instant.ofEpochMilli(1760000200000L)));

            assertThat(((SendMessage) accepted(Records.of("outbox", Records.SESSION, value, 1)))
                            .message()
                            .timestamp())
                    .isEqualTo(Instant.ofEpochMilli(1760000200000L));
        }

        @Test
        void takesADateOfADatabaseWhichIsNoInstantOfItsOwn() {
            Map<String, Object> value = Map.of("text", "x", "timestamp", new java.sql.Date(1760000200000L));

            assertThat(((SendMessage) accepted(Records.of("outbox", Records.SESSION, value, 1)))
                            .message()
                            .timestamp())
                    .isEqualTo(Instant.ofEpochMilli(1760000200000L));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "file      | {'name':'i.pdf','url':'https://f.example.org/i','type':'application/pdf'}",
                    "animation | {'url':'https://f.example.org/a.gif','type':'image/gif'}",
                    "audio     | {'url':'https://f.example.org/a.mp3','type':'audio/mpeg','duration':13}",
                    "field     | {'id':'ask','text':'Your order?','explain':'Eight digits','value':'','required':false}",
                    "carousel  | {'text':'Boxes','targets':[{'title':'S','description':'1 kg','actions':[{'label':'Buy','url':'https://s.example.org'}]}]}",
                    "event     | {'namespace':'state:resolved'}",
                    "picker    | {'id':'p','text':'Which?','choices':[{'value':'r','label':'Red','selected':true}],'required':true}",
                    "note      | 'called'",
                    "text      | 'hello'"
                })
        void takesEachContentType(String type, String content) throws JsonTextException {
            Object given = JsonText.read("{\"content\":" + content.replace('\'', '"') + "}");
            Object expected = ((Map<?, ?>) given).get("content");

            assertThat(message(Map.of("type", type, "content", expected))
                            .message()
                            .content())
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "file      | {'name':'i.pdf','url':'u'} | field 'content.type': missing, expected text",
                    "file      | 'x' | field 'content': expected an object, found text",
                    "animation | {'url':'u','type':'image/gif','size':1} | field 'content.size': unknown",
                    "audio     | {'url':'u','type':'t','duration':'13'} | field 'content.duration': expected a number, found text",
                    "picker    | {'id':'p','text':'t','choices':{}} | field 'content.choices': expected a list, found an object",
                    "field     | {'id':'a','text':'t','explain':'e','required':'no'} | field 'content.required': expected true or false, found text",
                    "carousel  | {'text':'t','targets':[3]} | field 'content.targets[0]': expected an object, found a whole number",
                    "event     | {} | field 'content.namespace': missing, expected text",
                    "text      | ' ' | field 'content': expected text, found empty text",
                    "note      | {} | field 'content': expected text, found an object"
                })
        void refusesContentThatDoesNotFitItsType(String type, String content, String reason) throws JsonTextException {
            Map<?, ?> given = (Map<?, ?>) JsonText.read("{\"content\":" + content.replace('\'', '"') + "}");

            assertThat(mistake(Map.of("type", type, "content", given.get("content"))))
                    .isEqualTo(reason);
        }

        @Test
        void refusesWhatContradictsItself() {
            assertThat(mistake(Map.of("text", "a", "content", "b")))
                    .isEqualTo("field 'text': given beside 'content', expected one of the two");
            assertThat(mistake(Map.of("text", "a", "type", "file")))
                    .isEqualTo("field 'text': not for messages of type file, which take 'content'");
            assertThat(mistake(Map.of("type", "note", "text", "a", "from", "user")))
                    .isEqualTo("field 'from': expected operator, as only operators write messages of type note");
            assertThat(mistake(Map.of()))
                    .isEqualTo("field 'content': missing, expected what a message of type text contains");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, 9007199254740992L, Long.MAX_VALUE})
        void refusesAFingerprintOutOfRange(long fingerprint) {
            assertThat(mistake(Map.of("text", "a", "fingerprint", fingerprint)))
                    .isEqualTo("field 'fingerprint': expected a whole number from 1 to 9007199254740991");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sms", "urn:", "urn:a b"})
        void refusesAnOriginThatIsNone(String origin) {
            assertThat(mistake(Map.of("text", "a", "origin", origin)))
                    .isEqualTo("field 'origin': expected chat, email or urn:..., found text");
        }

        @Test
        void refusesAListWithAHole() {
            assertThat(mistake(Map.of("text", "a", "mentions", Arrays.asList("u1", null))))
                    .isEqualTo("field 'mentions[1]': expected text, found nothing");
        }
    }

    @Nested
    class UpdatingAProfile {

        private UpdatePeopleProfile update(Object key, Map<String, Object> fields) {
            Map<String, Object> value = new HashMap<>(fields);
            value.put("command", "update_profile");
            return (UpdatePeopleProfile) accepted(Records.of(key, value, 1));
        }

        private String mistake(Object key, Map<String, Object> fields) {
            Map<String, Object> value = new HashMap<>(fields);
            value.put("command", "update_profile");
            return reason(Records.of(key, value, 1));
        }

        @Test
        void isAddressedByPeopleIdWhichMakesTheEmailPartOfTheCard() {
            UpdatePeopleProfile command = update("key", Map.of("people_id", "p1", "email", "lena@example.org"));

            assertThat(command.target()).isEqualTo(Target.profile(Records.WEBSITE, "p1"));
            assertThat(command.card()).isEqualTo(Map.of("email", "lena@example.org"));
        }

        @Test
        void isAddressedByEmailOrElseByTheKey() {
            assertThat(update("key", Map.of("email", "lena@example.org", "notepad", "x"))
                            .target()
                            .peopleId())
                    .isEqualTo("lena@example.org");
            assertThat(update("p1", Map.of("notepad", "x")).target().peopleId()).isEqualTo("p1");
            assertThat(update(Map.of("people_id", "p2"), Map.of("notepad", ""))
                            .target()
                            .peopleId())
                    .isEqualTo("p2");
        }

        @Test
        void takesTheWholeCard() {
            Map<String, Object> person = Map.of(
                    "nickname",
                    "Ilse",
                    "timezone",
                    -120L,
                    "locales",
                    List.of("de"),
                    "employment",
                    Map.of("name", "Example GmbH"),
                    "geolocation",
                    Map.of("city", "Berlin", "coordinates", Map.of("latitude", 52.52, "longitude", 13.4)));
            Map<String, Object> company = Map.of("legal_name", "Example GmbH", "metrics", Map.of("employees", 40L));

            assertThat(update(
                                    "p1",
                                    Map.of(
                                            "person",
                                            person,
                                            "company",
                                            company,
                                            "segments",
                                            List.of("vip"),
                                            "active",
                                            5L))
                            .card())
                    .isEqualTo(Map.of("person", person, "company", company, "segments", List.of("vip"), "active", 5L));
        }

        @Test
        void refusesAnUnknownFieldOfTheCard() {
            assertThat(mistake("p1", Map.of("person", Map.of("fone", "b"))))
                    .isEqualTo("field 'person.fone': unknown, did you mean 'phone'?");
        }

        @Test
        void isRefusedWhenItSaysNothing() {
            assertThat(mistake("p1", Map.of())).startsWith("nothing to update: give person");
            assertThat(mistake(null, Map.of("email", "lena@example.org"))).startsWith("nothing to update");
            assertThat(mistake(null, Map.of("notepad", "x")))
                    .isEqualTo("field 'people_id': missing, expected text here or as the record's key, or 'email'");
        }

        @Test
        void isMadeOnlyWithAnEmailAddress() {
            assertThat(update("lena@example.org", Map.of("notepad", "x", "create_if_missing", true))
                            .email())
                    .isEqualTo("lena@example.org");
            assertThat(update("p1", Map.of("email", "a@example.org", "create_if_missing", false, "notepad", "x"))
                            .email())
                    .isNull();
            assertThat(mistake("p1", Map.of("notepad", "x", "create_if_missing", true)))
                    .isEqualTo("field 'email': missing, expected text: a profile cannot be made without one");
        }
    }

    @Test
    void aWorkerThatDoesNotTellOriginalCoordinatesIsServedByTheOthers() {
        SinkRecord record = Records.of("commands", null, null, 3);
        SinkRecord renamed = record.newRecord("elsewhere", 2, null, null, null, null, null);

        assertThat(Coordinates.of(renamed)).isEqualTo(new Coordinates("commands", 0, 3));
        assertThat(Coordinates.transformed(renamed)).isEqualTo(new Coordinates("elsewhere", 2, 3));
    }
}
