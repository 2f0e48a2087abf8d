package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageMarkRoutesTest {

    private Site site;
    private String sessionId;
    private Message first;
    private Message second;
    private Message answer;

    @BeforeEach
    void open() {
        site = Site.open();
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
        first = site.workspace().visitorWrites(sessionId, "The parcel has not arrived yet");
        second = site.workspace().visitorWrites(sessionId, "Is anybody there?");
        answer = site.workspace().operatorChat(sessionId).sends("text", "It is on its way");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%d]", "[\"%d\"]"})
    void messagesOfOneSideAreMarkedByNumbersOrStrings(String list) {
        String fingerprints = list.replace("%d", Long.toString(first.fingerprint()));

        Reply reply =
                mark("read", "{\"from\": \"user\", \"origin\": \"chat\", \"fingerprints\": " + fingerprints + "}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.reason()).isEqualTo("dispatched");
        assertThat(object(first).get("read").asText()).isEqualTo("chat");
        assertThat(object(second).get("read").asText()).isEmpty();
        assertThat(conversation().unreadOperator()).isEqualTo(1);
    }

    @Test
    void withoutFingerprintsAllOfThatSideAreMarked() {
        mark("read", "{\"from\": \"user\", \"origin\": \"urn:example.org:desk:0\"}");

        assertThat(object(second).get("read").asText()).isEqualTo("urn:example.org:desk:0");
        assertThat(object(answer).get("read").asText()).isEmpty();
        assertThat(conversation().unreadOperator()).isZero();
        assertThat(conversation().unreadVisitor()).isEqualTo(1);
    }

    @Test
    void whatTheOtherSideWroteIsNotMarked() {
        mark("read", "{\"from\": \"operator\", \"origin\": \"chat\", \"fingerprints\": [" + first.fingerprint() + "]}");

        assertThat(object(first).get("read").asText()).isEmpty();
    }

    @Test
    void readMessagesCanBeMarkedUnreadAgain() {
        mark("read", "{\"from\": \"user\", \"origin\": \"chat\"}");
        Reply reply = mark("unread", "{\"from\": \"user\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(object(first).get("read").asText()).isEmpty();
        assertThat(conversation().unreadOperator()).isEqualTo(2);
    }

    @Test
    void deliveryIsNoReading() {
        Reply reply = mark("delivered", "{\"from\": \"operator\", \"origin\": \"email\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(object(answer).get("delivered").asText()).isEqualTo("email");
        assertThat(object(answer).get("read").asText()).isEmpty();
        assertThat(conversation().unreadVisitor()).isEqualTo(1);
    }

    @Test
    void whoTypesIsSeenInTheConversation() {
        Reply reply = mark("compose", """
                {"type": "start", "from": "operator", "excerpt": "It is on", "automated": true, "stealth": false}
                """);

        JsonNode compose = site.get("/conversation/" + sessionId).data().get("compose");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(compose.get("visitor")).isEmpty();
        assertThat(compose.at("/operator/type").asText()).isEqualTo("start");
        assertThat(compose.at("/operator/excerpt").asText()).isEqualTo("It is on");
        assertThat(compose.at("/operator/automated").asBoolean()).isTrue();
        assertThat(compose.at("/operator/timestamp").asLong()).isEqualTo(Site.START.toEpochMilli());
        assertThat(compose.at("/operator/user/nickname").asText())
                .isEqualTo(site.workspace().website().name());
    }

    @Test
    void whoStopsIsSeenToHaveStopped() {
        mark("compose", "{\"type\": \"start\", \"from\": \"user\"}");
        mark("compose", "{\"type\": \"stop\", \"from\": \"user\"}");

        JsonNode visitor =
                site.get("/conversation/" + sessionId).data().get("compose").get("visitor");
        assertThat(visitor.get("type").asText()).isEqualTo("stop");
        assertThat(visitor.at("/user/user_id").asText()).isEqualTo(sessionId);
    }

    @Test
    void whoSendsTypesNoMore() {
        mark("compose", "{\"type\": \"start\", \"from\": \"user\", \"excerpt\": \"It has\"}");
        site.workspace().visitorWrites(sessionId, "It has come");

        assertThat(conversation().typing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "read      | {'origin': 'chat'}                                          | data should have required property '.from'",
                "read      | {'from': 'user'}                                            | data should have required property '.origin'",
                "read      | {'from': 'nobody', 'origin': 'chat'}                        | data.from should be equal to one of the allowed values",
                "read      | {'from': 'user', 'origin': 'x'}                             | data.origin should match pattern",
                "read      | {'from': 'user', 'origin': 'chat', 'fingerprints': 7}       | data.fingerprints should be array",
                "read      | {'from': 'user', 'origin': 'chat', 'fingerprints': ['x']}   | data.fingerprints[] should be integer",
                "read      | {'from': 'user', 'origin': 'chat', 'fingerprints': [1.5]}   | data.fingerprints[] should be integer",
                "read      | {'from': 'user', 'origin': 'chat', 'fingerprints': [null]}  | data.fingerprints[] should be integer",
                "delivered | {'origin': 'chat'}                                          | data should have required property '.from'",
                "delivered | {'from': 'operator'}                                        | data should have required property '.origin'",
                "unread    | {}                                                          | data should have required property '.from'",
                "compose   | {'from': 'user'}                                            | data should have required property '.type'",
                "compose   | {'type': 'start'}                                           | data should have required property '.from'",
                "compose   | {'type': 'pause', 'from': 'user'}                           | data.type should be equal to one of the allowed values",
                "compose   | {'type': 'start', 'from': 'user', 'excerpt': 7}             | data.excerpt should be string",
                "compose   | {'type': 'start', 'from': 'user', 'stealth': 'no'}          | data.stealth should be boolean",
                "compose   | {'type': 'start', 'from': 'user', 'automated': 0}           | data.automated should be boolean"
            })
    void whatIsMissingOrWrongIsNamed(String verb, String body, String sentence) {
        Conversation before = conversation();

        Reply reply = mark(verb, body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.reason()).isEqualTo("invalid_data");
        assertThat(reply.data().get("message").asText()).startsWith(sentence);
        assertThat(conversation()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "unread", "delivered", "compose"})
    void aConversationThatDoesNotExistIsNotFound(String verb) {
        String body = "{\"from\": \"user\", \"origin\": \"chat\", \"type\": \"start\"}";

        assertThat(site.patch("/conversation/session_gone/" + verb, body).reason())
                .isEqualTo("conversation_not_found");
    }

    private Reply mark(String verb, String body) {
        return site.patch("/conversation/" + sessionId + "/" + verb, body);
    }

    private JsonNode object(Message message) {
        return site.get("/conversation/" + sessionId + "/message/" + message.fingerprint())
                .data();
    }

    private Conversation conversation() {
        return site.workspace().conversations().get(sessionId);
    }
}
