package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageEditTest {

    private Site site;
    private String sessionId;
    private Message message;
    private String path;

    @BeforeEach
    void open() {
        site = Site.open();
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
        message = site.workspace().visitorWrites(sessionId, "The parcel has not arrived yet");
        path = "/conversation/" + sessionId + "/message/" + message.fingerprint();
        site.tick();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anEditKeepsFingerprintAndTimeAndMarksTheMessage() {
        Reply reply = site.patch(path, "{\"content\": \"The parcel (order 4711) has not arrived yet\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data()).isEmpty();
        JsonNode edited = site.get(path).data();
        assertThat(edited.get("content").asText()).isEqualTo("The parcel (order 4711) has not arrived yet");
        assertThat(edited.get("edited").asBoolean()).isTrue();
        assertThat(edited.get("timestamp").asLong())
                .isEqualTo(message.timestamp().toEpochMilli());
    }

    @Test
    void anEditNeedsContentOfTheMessagesOwnType() {
        assertThat(site.patch(path, "{}").reason()).isEqualTo("invalid_data");
        assertThat(site.patch(path, "{\"content\": {\"url\": \"x\"}}").reason()).isEqualTo("invalid_data");
    }

    @Test
    void aRemovedMessageIsGone() {
        Reply reply = site.delete(path);

        assertThat(reply.reason()).isEqualTo("deleted");
        assertThat(site.get(path).reason()).isEqualTo("message_not_found");
        assertThat(site.delete(path).status()).isEqualTo(404);
        assertThat(site.workspace().messages().of(sessionId)).isEmpty();
    }

    @Test
    void aMessageThatDoesNotExistIsNotFound() {
        assertThat(site.get("/conversation/" + sessionId + "/message/1").status())
                .isEqualTo(404);
        assertThat(site.patch("/conversation/" + sessionId + "/message/1", "{\"content\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void markingAsReadIsDispatchedAndCountsDown() {
        int unread = site.workspace().conversations().get(sessionId).unreadOperator();

        Reply reply = site.patch("/conversation/" + sessionId + "/read", """
                {"from": "user", "origin": "chat", "fingerprints": ["%d"]}
                """.formatted(message.fingerprint()));

        assertThat(unread).isEqualTo(1);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(site.workspace().conversations().get(sessionId).unreadOperator())
                .isZero();
        assertThat(site.get(path).data().get("read").asText()).isEqualTo("chat");
    }
}
