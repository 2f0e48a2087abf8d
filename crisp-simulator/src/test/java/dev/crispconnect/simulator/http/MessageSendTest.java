package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.RepeatedFingerprint;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
                "field     | {\"id\": \"f\", \"text\": \"Number?\", \"explain\": \"Eight digits\"}",
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
    @ValueSource(
            strings = {
                "{\"type\": \"poem\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\"}",
                "{\"type\": \"text\", \"from\": \"bot\", \"origin\": \"chat\", \"content\": \"x\"}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": 1, \"content\": \"x\"}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": {}}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"  \"}",
                "{\"type\": \"file\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\"}",
                "{\"type\": \"file\", \"from\": \"user\", \"origin\": \"chat\", \"content\": {\"name\": \"a\"}}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\", \"fingerprint\": \"7\"}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\", \"fingerprint\": 1.5}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\", \"timestamp\": \"now\"}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\", \"stealth\": 1}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\", \"user\": \"Mo\"}",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"x\", \"references\": {}}"
            })
    void aWrongTypeOrAnUnknownWordIsInvalid(String body) {
        assertThat(send(body).reason()).isEqualTo("invalid_data");
        assertThat(messages()).isEmpty();
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
