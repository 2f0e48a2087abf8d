package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationStateRoutesTest {

    private static final String OPERATOR = "c2a4b6d8-1357-4bdf-9ace-02468ace1357";

    private Site site;
    private String sessionId;
    private String path;

    @BeforeEach
    void open() {
        site = Site.open();
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
        path = "/conversation/" + sessionId;
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"pending, 0", "unresolved, 1", "resolved, 2"})
    void theStateIsChangedAndItsNumberWithIt(String state, int status) {
        Reply reply = site.patch(path + "/state", "{\"state\": \"" + state + "\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data()).isEmpty();
        assertThat(site.get(path + "/state").data().get("state").asText()).isEqualTo(state);
        assertThat(site.get(path).data().get("status").asInt()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"state\": \"archived\"}", "{\"state\": 2}", "{\"state\": null}"})
    void aStateThatIsNoneIsInvalid(String body) {
        Reply reply = site.patch(path + "/state", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.reason()).isEqualTo("invalid_data");
        assertThat(reply.data().get("message").asText()).contains("state");
        assertThat(conversation().state()).isEqualTo(State.PENDING);
    }

    @Test
    void aConversationIsAssignedAndUnassigned() {
        site.patch(path + "/routing", "{\"assigned\": {\"user_id\": \"" + OPERATOR + "\"}, \"silent\": true}");
        JsonNode assigned = site.get(path + "/routing").data();
        site.patch(path + "/routing", "{\"assigned\": null}");
        JsonNode unassigned = site.get(path + "/routing").data();

        assertThat(assigned.get("assigned").get("user_id").asText()).isEqualTo(OPERATOR);
        assertThat(unassigned.get("assigned").isNull()).isTrue();
    }

    @Test
    void anAssignmentMustNameItsTarget() {
        assertThat(site.patch(path + "/routing", "{}").status()).isEqualTo(400);
        assertThat(site.patch(path + "/routing", "{\"assigned\": \"" + OPERATOR + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void metaIsChangedFieldByField() {
        site.patch(path + "/meta", """
                {"subject": "Parcel 4711", "data": {"order": "4711", "vip": true, "visits": 3}, "segments": ["shipping", "vip"]}
                """);

        JsonNode meta = site.get(path + "/meta").data();

        assertThat(meta.get("subject").asText()).isEqualTo("Parcel 4711");
        assertThat(meta.get("nickname").asText()).isEqualTo("Ilse Brandt");
        assertThat(meta.get("data").get("order").asText()).isEqualTo("4711");
        assertThat(meta.get("data").get("vip").asBoolean()).isTrue();
        assertThat(meta.get("data").get("visits").asInt()).isEqualTo(3);
        assertThat(conversation().segments()).containsExactly("shipping", "vip");
    }

    @Test
    void segmentsAreReplacedAsAWhole() {
        site.patch(path + "/meta", "{\"segments\": [\"shipping\", \"vip\"]}");
        site.patch(path + "/meta", "{\"segments\": [\"archived\"]}");

        assertThat(conversation().segments()).containsExactly("archived");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nickname\": 7}",
                "{\"data\": []}",
                "{\"data\": {\"a\": {\"b\": 1}}}",
                "{\"segments\": \"vip\"}",
                "{\"segments\": [null]}",
                "{\"device\": true}"
            })
    void metaOfAWrongTypeIsInvalid(String body) {
        Conversation before = conversation();

        assertThat(site.patch(path + "/meta", body).reason()).isEqualTo("invalid_data");
        assertThat(conversation()).isEqualTo(before);
    }

    @Test
    void aVisitorIsBlockedAndUnblocked() {
        site.patch(path + "/block", "{\"blocked\": true}");
        boolean blocked = site.get(path + "/block").data().get("blocked").asBoolean();
        site.patch(path + "/block", "{\"blocked\": false}");

        assertThat(blocked).isTrue();
        assertThat(site.get(path).data().get("is_blocked").asBoolean()).isFalse();
    }

    @Test
    void aConversationIsMovedToAnInboxAndBackToTheMainOne() {
        site.patch(path + "/inbox", "{\"inbox_id\": \"5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e\"}");
        String moved = site.get(path).data().get("inbox_id").asText();
        site.patch(path + "/inbox", "{\"inbox_id\": null}");

        assertThat(moved).isEqualTo("5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e");
        assertThat(site.get(path).data().get("inbox_id").isNull()).isTrue();
    }

    @Test
    void openingTakesAFlag() {
        assertThat(site.patch(path + "/open", "{\"opened\": true}").status()).isEqualTo(200);
        assertThat(site.patch(path + "/open", "{\"opened\": 1}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state   | {\"state\": \"resolved\"}",
                "routing | {\"assigned\": null}",
                "meta    | {\"email\": \"a@example.org\"}",
                "block   | {\"blocked\": true}",
                "open    | {\"opened\": true}",
                "inbox   | {\"inbox_id\": null}"
            })
    void aConversationThatDoesNotExistIsNotFound(String part, String body) {
        Reply reply = site.patch("/conversation/session_gone/" + part, body);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.reason()).isEqualTo("conversation_not_found");
    }

    private Conversation conversation() {
        return site.workspace().conversations().get(sessionId);
    }
}
