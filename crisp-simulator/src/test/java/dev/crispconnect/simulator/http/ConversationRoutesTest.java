package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationRoutesTest {

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void creatingAnswersWithTheIdTheServerMade() {
        Reply reply = site.post("/conversation", """
                {"session_id": "session_mine"}
                """);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.reason()).isEqualTo("added");
        assertThat(reply.data().get("session_id").asText())
                .matches("session_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void aNewConversationIsPendingAnonymousAndEmpty() {
        String sessionId =
                site.post("/conversation", "{}").data().get("session_id").asText();

        JsonNode conversation = site.get("/conversation/" + sessionId).data();

        assertThat(conversation.get("state").asText()).isEqualTo("pending");
        assertThat(conversation.get("status").asInt()).isZero();
        assertThat(conversation.get("inbox_id").isNull()).isTrue();
        assertThat(conversation.has("last_message")).isFalse();
        assertThat(conversation.has("waiting_since")).isFalse();
        JsonNode meta = conversation.get("meta");
        assertThat(meta.get("nickname").asText()).isEqualTo("anonymous");
        assertThat(meta.get("email").asText()).isEmpty();
        assertThat(meta.get("data")).isEmpty();
        assertThat(meta.get("segments")).isEmpty();
        assertThat(meta.get("device").get("geolocation")).isEmpty();
    }

    @Test
    void timesAreMillisecondsOfTheSimulatedClock() {
        String sessionId = site.workspace().conversations().start().sessionId();
        site.tick();
        site.workspace().visitorWrites(sessionId, "The parcel has not arrived yet");

        JsonNode conversation = site.get("/conversation/" + sessionId).data();

        assertThat(conversation.get("created_at").asLong()).isEqualTo(Site.START.toEpochMilli());
        assertThat(conversation.get("updated_at").asLong())
                .isEqualTo(Site.START.plusSeconds(1).toEpochMilli());
        assertThat(conversation.get("waiting_since").asLong())
                .isEqualTo(Site.START.plusSeconds(1).toEpochMilli());
    }

    @Test
    void aConversationShowsItsNewestMessageInBrief() {
        String sessionId = site.workspace().conversations().start().sessionId();
        Message message = site.workspace().visitorWrites(sessionId, "The parcel has not arrived yet");

        JsonNode conversation = site.get("/conversation/" + sessionId).data();

        assertThat(conversation.get("last_message").asText()).isEqualTo("The parcel has not arrived yet");
        JsonNode preview = conversation.get("preview_message");
        assertThat(preview.get("type").asText()).isEqualTo("text");
        assertThat(preview.get("from").asText()).isEqualTo("user");
        assertThat(preview.get("excerpt").asText()).isEqualTo("The parcel has not arrived yet");
        assertThat(preview.get("fingerprint").asLong()).isEqualTo(message.fingerprint());
    }

    @Test
    void aConversationHasEveryFieldOfTheReference() {
        site.workspace().seed(1, 3, 1);
        String sessionId = site.workspace().conversations().all().get(0).sessionId();
        site.workspace().conversations().assign(sessionId, "c2a4b6d8-1357-4bdf-9ace-02468ace1357");

        JsonNode conversation = site.get("/conversation/" + sessionId).data();

        assertThat(conversation.fieldNames())
                .toIterable()
                .contains(
                        "session_id",
                        "website_id",
                        "inbox_id",
                        "people_id",
                        "state",
                        "status",
                        "is_verified",
                        "is_blocked",
                        "availability",
                        "active",
                        "last_message",
                        "preview_message",
                        "verifications",
                        "participants",
                        "mentions",
                        "compose",
                        "unread",
                        "assigned",
                        "meta",
                        "created_at",
                        "updated_at");
        assertThat(conversation.get("active").get("now").isBoolean()).isTrue();
        assertThat(conversation.get("unread").get("operator").isInt()).isTrue();
        assertThat(conversation.get("unread").get("visitor").isInt()).isTrue();
        assertThat(conversation.get("meta").get("device").get("timezone").isInt())
                .isTrue();
    }

    @Test
    void aRemovedConversationIsGoneFromTheListToo() {
        String sessionId = site.workspace().conversations().start().sessionId();
        site.workspace().visitorWrites(sessionId, "Hello");

        Reply removed = site.delete("/conversation/" + sessionId);

        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.reason()).isEqualTo("deleted");
        assertThat(removed.data()).isEmpty();
        assertThat(site.head("/conversation/" + sessionId).status()).isEqualTo(404);
        assertThat(site.get("/conversations/1").data()).isEmpty();
        assertThat(site.get("/conversation/" + sessionId + "/messages").status())
                .isEqualTo(404);
    }

    @Test
    void aDeleteMayCarryABody() {
        String sessionId = site.workspace().conversations().start().sessionId();

        assertThat(site.call("DELETE", "/conversation/" + sessionId, "{}").status())
                .isEqualTo(200);
    }
}
