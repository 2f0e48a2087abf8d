package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxRoutesTest {

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
    void anInboxIsReadAsItWasWritten() {
        String id = create("""
                {"name": "Billing", "emoji": "b", "order": 3, "operators": ["u1"], "teams": ["t1"],
                 "conditions": [{"model": "session", "criterion": "meta.email", "operator": "eq", "query": ["a@b.c"]}],
                 "operator": "or"}
                """);

        assertThat(site.head("/inbox/" + id).status()).isEqualTo(200);
        assertThat(site.get("/inbox/" + id).data())
                .isEqualTo(Site.json("""
                {"inbox_id": "ID", "name": "Billing", "emoji": "b", "order": 3, "operators": ["u1"], "teams": ["t1"],
                 "conditions": [{"model": "session", "criterion": "meta.email", "operator": "eq", "query": ["a@b.c"]}],
                 "operator": "or", "created_at": NOW, "updated_at": NOW}
                """.replace("ID", id).replace("NOW", Long.toString(Site.START.toEpochMilli()))));
    }

    @Test
    void aPutReplacesAllButTheBirthday() {
        String id = create("{\"name\": \"Billing\", \"operators\": [\"u1\"]}");
        site.tick();

        Reply reply = site.put("/inbox/" + id, "{\"name\": \"Returns\"}");

        JsonNode inbox = site.get("/inbox/" + id).data();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(inbox.get("name").asText()).isEqualTo("Returns");
        assertThat(inbox.get("operators")).isEmpty();
        assertThat(inbox.get("created_at").asLong()).isEqualTo(Site.START.toEpochMilli());
        assertThat(inbox.get("updated_at").asLong())
                .isEqualTo(Site.START.plusSeconds(1).toEpochMilli());
    }

    @Test
    void inboxesAreListedInTheirOrderWhichIsChangedTogether() {
        String first = create("{\"name\": \"First\", \"order\": 1}");
        String second = create("{\"name\": \"Second\", \"order\": 2}");
        assertThat(names()).containsExactly("First", "Second");

        Reply reply = site.patch("/inboxes/batch/order", orders(first, second));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(names()).containsExactly("Second", "First");
        assertThat(site.patch("/inboxes/batch/order", orders(second, "nowhere")).status())
                .isEqualTo(404);
        assertThat(names()).containsExactly("Second", "First");
    }

    @Test
    void twentyAreAPage() {
        for (int i = 0; i < 21; i++) {
            create("{\"name\": \"Inbox\"}");
        }

        assertThat(site.get("/inboxes/list/1").status()).isEqualTo(206);
        assertThat(site.get("/inboxes/list/2").status()).isEqualTo(200);
        assertThat(site.get("/inboxes/list/2").data()).hasSize(1);
    }

    @Test
    void theConversationsOfARemovedInboxMoveToTheMainOne() {
        String id = create("{\"name\": \"Billing\"}");
        String sessionId =
                site.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();
        site.workspace().conversations().moveToInbox(sessionId, id);

        assertThat(site.delete("/inbox/" + id).status()).isEqualTo(200);

        assertThat(site.workspace().conversations().get(sessionId).inboxId()).isNull();
        assertThat(site.head("/inbox/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void whatDoesNotExistIsNotFound(String method) {
        assertThat(site.call(method, "/inbox/nowhere", method.equals("PUT") ? "{\"name\": \"x\"}" : null)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data should have required property '.name'",
                "{\"name\": 1} | data.name should be string",
                "{\"name\": \"x\", \"emoji\": 1} | data.emoji should be string",
                "{\"name\": \"x\", \"order\": \"1\"} | data.order should be integer",
                "{\"name\": \"x\", \"operators\": {}} | data.operators should be array",
                "{\"name\": \"x\", \"teams\": [1]} | data.teams[0] should be string",
                "{\"name\": \"x\", \"operator\": \"xor\"} | data.operator should be equal to one of the allowed values",
                "{\"name\": \"x\", \"conditions\": [{}]}"
                        + " | data.conditions[0] should have required property '.model'",
                "{\"name\": \"x\", \"conditions\": [{\"model\": \"dog\", \"criterion\": \"a\", \"operator\": \"eq\","
                        + " \"query\": []}]} | data.conditions[0].model should be equal to one of the allowed values"
            })
    void anInboxThatIsNotRightIsRefused(String body, String sentence) {
        Reply reply = site.post("/inbox", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.data().get("message").asText()).isEqualTo(sentence);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"orders\": {}}", "{\"orders\": [{\"inbox_id\": \"x\"}]}"})
    void anOrderThatIsNoneIsRefused(String body) {
        assertThat(site.patch("/inboxes/batch/order", body).status()).isEqualTo(400);
    }

    private String create(String body) {
        Reply reply = site.post("/inbox", body);
        assertThat(reply.status()).isEqualTo(201);
        return reply.data().get("inbox_id").asText();
    }

    private static String orders(String last, String first) {
        return """
                {"orders": [{"inbox_id": "LAST", "order": 9}, {"inbox_id": "FIRST", "order": 0}]}
                """.replace("LAST", last).replace("FIRST", first);
    }

    private List<String> names() {
        return StreamSupport.stream(site.get("/inboxes/list/1").data().spliterator(), false)
                .map(inbox -> inbox.get("name").asText())
                .toList();
    }
}
