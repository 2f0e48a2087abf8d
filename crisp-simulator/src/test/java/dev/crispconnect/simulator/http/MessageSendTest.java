package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.MessageProperties;
import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.Original;
import dev.crispconnect.simulator.workspace.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSendTest {

    private static final long FINGERPRINT = 4_503_599_627_370_497L;

    private Site site;
    private String sessionId;

    @BeforeEach
    void open() {
        use(Site.open());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aMessageIsAcceptedAndItsFingerprintTold() {
        Reply reply = send(text("The parcel has not arrived yet", ""));

        assertThat(reply.status()).isEqualTo(202);
        long fingerprint = reply.data().get("fingerprint").asLong();
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.fingerprint()).isEqualTo(fingerprint);
            assertThat(message.content()).isEqualTo("The parcel has not arrived yet");
            assertThat(message.from()).isEqualTo(Side.OPERATOR);
            assertThat(message.timestamp()).isEqualTo(Site.START);
        });
    }

    @Test
    void aFingerprintTheServerMakesBeginsWithTheSeconds() {
        long fingerprint = send(text("Hello", "")).data().get("fingerprint").asLong();

        assertThat(fingerprint / 100_000).isEqualTo(Site.START.getEpochSecond());
    }

    @Test
    void theWriterMayChooseTheFingerprint() {
        Reply reply = send(text("Hello", ", \"fingerprint\": " + FINGERPRINT));

        assertThat(reply.data().get("fingerprint").asLong()).isEqualTo(FINGERPRINT);
        assertThat(site.get("/conversation/" + sessionId + "/message/" + FINGERPRINT)
                        .data()
                        .get("content")
                        .asText())
                .isEqualTo("Hello");
    }

    @Test
    void theWriterMayDateTheMessageBack() {
        send(text("Years ago", ", \"timestamp\": 1500000000000"));

        assertThat(messages().get(0).timestamp()).isEqualTo(Instant.ofEpochMilli(1_500_000_000_000L));
    }

    @Test
    void everythingAWriterMaySayIsAccepted() {
        Reply reply = send("""
                {"type": "text", "from": "operator", "origin": "urn:example.org:kafka-sink:0",
                 "content": "Your parcel left the depot this morning.", "fingerprint": 4503599627370497,
                 "timestamp": 1760000200000, "stealth": false, "automated": true, "translated": false,
                 "user": {"type": "website", "nickname": "Order service", "avatar": "https://files.example.org/bot.png"},
                 "references": [{"type": "link", "name": "Tracking", "target": "https://track.example.org/4711"}],
                 "original": {"type": "text/html", "content": "<p>Your parcel left the depot this morning.</p>"},
                 "properties": {"order": 4711}, "mentions": []}
                """);

        assertThat(reply.status()).isEqualTo(202);
        var message = site.get("/conversation/" + sessionId + "/message/4503599627370497")
                .data();
        assertThat(message.get("automated").asBoolean()).isTrue();
        assertThat(message.get("user").get("nickname").asText()).isEqualTo("Order service");
        assertThat(message.get("references").get(0).get("name").asText()).isEqualTo("Tracking");
        assertThat(message.get("original").get("original_id").isTextual()).isTrue();
        assertThat(message.get("properties").get("order").asInt()).isEqualTo(4711);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file      | {\"name\": \"a.pdf\", \"url\": \"https://files.example.org/a.pdf\", \"type\": \"application/pdf\"}",
                "animation | {\"url\": \"https://files.example.org/a.gif\", \"type\": \"image/gif\"}",
                "audio     | {\"url\": \"https://files.example.org/a.mp3\", \"type\": \"audio/mpeg\", \"duration\": 13}",
                "picker    | {\"id\": \"p\", \"text\": \"Which?\", \"choices\": [{\"value\": \"r\", \"label\": \"Red\", \"selected\": false}]}",
                "field     | {\"id\": \"f\", \"text\": \"Number?\", \"explain\": \"Eight digits\", \"value\": \"\"}",
                "carousel  | {\"text\": \"Boxes\", \"targets\": [{\"title\": \"Small\", \"description\": \"1 kg\", \"actions\": []}]}",
                "event     | {\"namespace\": \"state:resolved\"}",
                "note      | \"Called the carrier\"",
                "text      | \"Hello\""
            })
    void everyTypeOfContentIsAccepted(String type, String content) {
        Reply reply = send("{\"type\": \"" + type + "\", \"from\": \"operator\", \"origin\": \"chat\", \"content\": "
                + content + "}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(messages().get(0).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "from", "origin", "content"})
    void whatIsRequiredIsNamedWhenItIsMissing(String field) {
        String complete = text("Hello", "");
        String without =
                complete.replaceFirst("\"" + field + "\": \"[^\"]*\",? ?", "").replace(", }", "}");

        Reply reply = send(without);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.reason()).isEqualTo("invalid_data");
        assertThat(reply.data().get("message").asText())
                .isEqualTo("data should have required property '." + field + "'");
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type': 'poem'                                   | data.type should be equal to one of the allowed values",
                "'from': 'bot'                                    | data.from should be equal to one of the allowed values",
                "'type': 'note', 'from': 'user'                   | data.from should be equal to one of the allowed values",
                "'type': 'event', 'from': 'user'                  | data.from should be equal to one of the allowed values",
                "'origin': 1                                      | data.origin should be string",
                "'origin': 'sms'                                  | data.origin should match pattern",
                "'origin': 'urn:lonely'                           | data.origin should match pattern",
                "'content': {}                                    | data.content should be string",
                "'content': '  '                                  | data.content should NOT be shorter than 1 characters",
                "'fingerprint': '7'                               | data.fingerprint should be integer",
                "'fingerprint': 1.5                               | data.fingerprint should be integer",
                "'fingerprint': 0                                 | data.fingerprint should be >= 1",
                "'fingerprint': -3                                | data.fingerprint should be >= 1",
                "'fingerprint': 9007199254740992                  | data.fingerprint should be <= 9007199254740991",
                "'fingerprint': 99999999999999999999              | data.fingerprint should be integer",
                "'timestamp': 'now'                               | data.timestamp should be integer",
                "'timestamp': -1                                  | data.timestamp should be >= 0",
                "'stealth': 1                                     | data.stealth should be boolean",
                "'automated': 'yes'                               | data.automated should be boolean",
                "'translated': 0                                  | data.translated should be boolean",
                "'user': 'Mo'                                     | data.user should be object",
                "'user': {'type': 'robot'}                        | data.user.type should be equal to one of the allowed values",
                "'user': {'nickname': 7}                          | data.user.nickname should be string",
                "'mentions': 'all'                                | data.mentions should be array",
                "'mentions': [7]                                  | data.mentions[] should be string",
                "'references': {}                                 | data.references should be array",
                "'references': [7]                                | data.references[0] should be object",
                "'references': [{'type': 'link', 'name': 'x'}]    | data.references[0] should have required property '.target'",
                "'original': 'x'                                  | data.original should be object",
                "'original': {'type': 'text/html'}                | data.original should have required property '.content'",
                "'properties': []                                 | data.properties should be object",
                "'properties': {'a': {}}                          | data.properties.a should be string,number,boolean",
                "'properties': {'a': null}                        | data.properties.a should be string,number,boolean"
            },
            quoteCharacter = '`')
    void aWrongTypeOrAnUnknownWordIsInvalidAndSaysWhere(String change, String sentence) {
        // of two fields of the same name the last one counts
        Reply reply = send(text("Hello", ", " + change.replace('\'', '"')));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.reason()).isEqualTo("invalid_data");
        assertThat(reply.data().get("message").asText()).startsWith(sentence);
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "email", "urn:example.org:kafka-sink:0", "urn:crisp.im:slack:0"})
    void everyKindOfOriginIsAccepted(String origin) {
        assertThat(send(text("Hello", "").replace("\"chat\"", "\"" + origin + "\""))
                        .status())
                .isEqualTo(202);
        assertThat(messages()).extracting(Message::origin).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 9_007_199_254_740_991L})
    void aFingerprintMayBeAnyWholeNumberThatJavaScriptKnows(long fingerprint) {
        Reply reply = send(text("Hello", ", \"fingerprint\": " + fingerprint));

        assertThat(reply.data().get("fingerprint").asLong()).isEqualTo(fingerprint);
        assertThat(messages()).extracting(Message::fingerprint).containsExactly(fingerprint);
    }

    @Test
    void whatWasSentAsOriginalIsKeptUnderTheIdThatTheMessageNames() {
        send(text(
                "Hello",
                ", \"fingerprint\": 7, \"original\": {\"type\": \"text/html\", \"content\": \"<p>Hello</p>\"}"));

        String originalId = site.get("/conversation/" + sessionId + "/message/7")
                .data()
                .at("/original/original_id")
                .asText();

        Original original = site.workspace().messages().original(sessionId, originalId);
        assertThat(original)
                .isEqualTo(new Original(
                        original.websiteId(),
                        sessionId,
                        originalId,
                        "text/html",
                        Map.of(),
                        "<p>Hello</p>",
                        Site.START));
    }

    @Test
    void propertiesCanBeRefused() {
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.MESSAGE_PROPERTIES, MessageProperties.REFUSE)));

        assertThat(send(text("Hello", ", \"properties\": {\"a\": 1}")).reason()).isEqualTo("invalid_data");
        assertThat(send(text("Hello", "")).status()).isEqualTo(202);
    }

    @Test
    void aPlainMessageHasWhatCrispsSamplesHaveAndNoMore() {
        Message message = site.workspace().visitorWrites(sessionId, "Hello");

        JsonNode object = site.get("/conversation/" + sessionId + "/message/" + message.fingerprint())
                .data();

        assertThat(names(object))
                .containsExactlyInAnyOrder(
                        "session_id",
                        "website_id",
                        "fingerprint",
                        "type",
                        "from",
                        "origin",
                        "content",
                        "preview",
                        "mentions",
                        "read",
                        "delivered",
                        "stamped",
                        "timestamp",
                        "user");
        assertThat(names(object.get("user"))).containsExactlyInAnyOrder("type", "user_id", "nickname", "avatar");
        assertThat(object.at("/user/user_id").asText()).isEqualTo(sessionId);
    }

    @Test
    void aConversationThatDoesNotExistTakesNoMessage() {
        assertThat(site.post("/conversation/session_gone/message", text("Hello", ""))
                        .reason())
                .isEqualTo("conversation_not_found");
    }

    @Test
    void byDefaultTheFirstMessageWithAFingerprintStays() {
        Reply second = sendTwice();

        assertThat(second.status()).isEqualTo(202);
        assertThat(messages()).extracting(Message::content).containsExactly("first");
    }

    @Test
    void aRepeatedFingerprintCanOverwrite() {
        use(Site.open(repeating(RepeatedFingerprint.OVERWRITE)));

        assertThat(sendTwice().status()).isEqualTo(202);
        assertThat(messages()).extracting(Message::content).containsExactly("second");
    }

    @Test
    void aRepeatedFingerprintCanStoreATwin() {
        use(Site.open(repeating(RepeatedFingerprint.TWIN)));

        assertThat(sendTwice().status()).isEqualTo(202);
        assertThat(messages()).extracting(Message::content).containsExactly("first", "second");
    }

    @Test
    void aRepeatedFingerprintCanBeRefused() {
        use(Site.open(repeating(RepeatedFingerprint.REFUSE)));

        assertThat(sendTwice().status()).isEqualTo(409);
        assertThat(messages()).extracting(Message::content).containsExactly("first");
    }

    @Test
    void aMessageCanBecomeReadableLaterThanItIsAccepted() {
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.VISIBILITY_DELAY, Duration.ofMillis(200))));

        send(text("Hello", ", \"fingerprint\": 7"));

        assertThat(site.get("/conversation/" + sessionId + "/message/7").status())
                .isEqualTo(404);
        Awaitility.await()
                .until(() ->
                        site.get("/conversation/" + sessionId + "/message/7").status() == 200);
    }

    @Test
    void itsEventIsToldWhenItBecomesReadable() {
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.VISIBILITY_DELAY, Duration.ofMillis(50))));
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        site.workspace().events().listen(events::add);
        List<Event> atOnce = new ArrayList<>();

        send(text("Hello", ", \"fingerprint\": 7"));
        events.drainTo(atOnce);
        Awaitility.await().until(() -> !events.isEmpty());

        assertThat(atOnce).isEmpty();
        assertThat(events.element().name()).isEqualTo("message:received");
        assertThat(messages()).extracting(Message::fingerprint).containsExactly(7L);
    }

    @Test
    void whatIsRemovedBeforeAMessageBecomesReadableTakesTheMessageWithIt() {
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.VISIBILITY_DELAY, Duration.ofMillis(20))));
        String other = site.workspace().conversations().start().sessionId();
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        site.workspace().events().listen(events::add);

        send(text("Hello", ""));
        site.workspace().conversations().remove(sessionId);
        site.post("/conversation/" + other + "/message", text("Still here", ""));
        Awaitility.await().until(() -> events.stream().anyMatch(event -> other.equals(event.sessionId())));

        assertThat(events)
                .noneMatch(event -> event.name().equals("message:received") && sessionId.equals(event.sessionId()));
    }

    @Test
    void aPlanCanRefuseNotes() {
        use(Site.open(SimulatorSettings.defaults().with(AnswerSwitch.REFUSED_BY_PLAN, Set.of(PlanFeature.NOTES))));

        assertThat(send("{\"type\": \"note\", \"from\": \"operator\", \"origin\": \"chat\", \"content\": \"x\"}")
                        .status())
                .isEqualTo(402);
    }

    private Reply sendTwice() {
        send(text("first", ", \"fingerprint\": " + FINGERPRINT));
        return send(text("second", ", \"fingerprint\": " + FINGERPRINT));
    }

    private void use(Site other) {
        if (site != null) {
            site.close();
        }
        site = other;
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
    }

    private Reply send(String body) {
        return site.post("/conversation/" + sessionId + "/message", body);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private List<Message> messages() {
        return site.workspace().messages().of(sessionId);
    }

    private static String text(String content, String more) {
        return "{\"type\": \"text\", \"from\": \"operator\", \"origin\": \"chat\", \"content\": \"" + content + "\""
                + more + "}";
    }

    private static SimulatorSettings repeating(RepeatedFingerprint behaviour) {
        return SimulatorSettings.defaults().with(WorkspaceSwitch.REPEATED_FINGERPRINT, behaviour);
    }
}
