package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private Site site;
    private String sessionId;

    @BeforeEach
    void open() {
        site = Site.open();
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aSingleObjectIsResolved() {
        Reply reply = site.get("/conversation/" + sessionId);

        assertThat(reply.json().get("error").asBoolean()).isFalse();
        assertThat(reply.reason()).isEqualTo("resolved");
        assertThat(reply.data().isObject()).isTrue();
    }

    @Test
    void anErrorHasAReasonAndEmptyData() {
        Reply reply = site.get("/conversation/session_00000000-0000-4000-8000-000000000000");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("error").asBoolean()).isTrue();
        assertThat(reply.reason()).isEqualTo("conversation_not_found");
        assertThat(reply.data()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operators", "/people/7b1e0a4c-2f6d-4d59-8a3e-61c2d3f4a512", "/conversation//state"})
    void anUnknownRouteIsNotFoundAndSaysThatTheRouteDoesNotExist(String path) {
        Reply reply = site.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.reason()).isEqualTo("not_found");
        assertThat(reply.data().get("message").asText()).contains("route does not exist");
    }

    @Test
    void thereIsNoPatchOfAConversationItself() {
        assertThat(site.patch("/conversation/" + sessionId, "{}").reason()).isEqualTo("not_found");
    }

    @Test
    void aTrailingSlashIsTolerated() {
        assertThat(site.get("/conversations/1/?include_empty=1").data()).hasSize(1);
        assertThat(site.get("/conversation/" + sessionId + "/messages/").status())
                .isEqualTo(200);
    }

    @Test
    void aHeadRequestIsAnsweredWithoutABody() {
        Reply there = site.head("/conversation/" + sessionId);
        Reply gone = site.head("/conversation/session_gone");

        assertThat(there.status()).isEqualTo(200);
        assertThat(there.body()).isEmpty();
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body()).isEmpty();
    }

    @Test
    void theDateHeaderTellsTheSimulatedTime() {
        site.clock().set(Instant.parse("2026-07-04T23:59:58.900Z"));

        assertThat(site.get("").headers().firstValue("Date")).hasValue("Sat, 04 Jul 2026 23:59:58 GMT");
    }

    @Test
    void theDateHeaderAloneMayBeWrong() {
        site.simulator().switches().set("date-skew", "-90000");

        Reply created = site.post("/people/profile", "{\"email\": \"ilse@example.org\"}");

        assertThat(created.headers().firstValue("Date")).hasValue("Mon, 02 Mar 2026 09:28:30 GMT");
        assertThat(site.workspace().people().all().get(0).createdAt()).isEqualTo(Site.START);
    }

    @Test
    void aBodyMayBeAbsentOrEmpty() {
        assertThat(site.post("/conversation", null).status()).isEqualTo(201);
        assertThat(site.post("/conversation", "{}").status()).isEqualTo(201);
    }

    @Test
    void aBodyThatIsNoObjectIsInvalid() {
        assertThat(site.post("/conversation", "[1").reason()).isEqualTo("invalid_data");
        assertThat(site.post("/conversation", "[]").status()).isEqualTo(400);
    }

    @Test
    void unknownFieldsAreIgnored() {
        Reply reply = site.patch("/conversation/" + sessionId + "/state", """
                {"state": "resolved", "colour": "blue"}
                """);

        assertThat(reply.status()).isEqualTo(200);
    }
}
