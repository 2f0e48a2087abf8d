package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.State;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleLogRoutesTest {

    private static final String ILSE = "ilse@example.org";

    private Site site;

    @BeforeEach
    void oneProfile() {
        site = Site.open();
        site.workspace()
                .people()
                .create(new ProfileCard(ILSE, Map.of("nickname", "Ilse"), null, List.of("vip", "retail"), null, null));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void eventsAreListedNewestFirstAndTwentyAPage() {
        for (int i = 0; i < 21; i++) {
            Reply added = site.post("/people/events/" + ILSE, """
                    {"text": "Bought %d", "data": {"price": 7, "gift": false}, "color": "blue"}
                    """.replace("%d", Integer.toString(i)));
            assertThat(added.status()).isEqualTo(201);
            site.tick();
        }

        Reply first = site.get("/people/events/" + ILSE + "/list/1");
        Reply second = site.get("/people/events/" + ILSE + "/list/2");

        assertThat(first.status()).isEqualTo(206);
        assertThat(texts(first, "text")).hasSize(20).startsWith("Bought 20", "Bought 19");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.data()).isEqualTo(Site.json("""
                [{"text": "Bought 0", "data": {"price": 7, "gift": false}, "color": "blue", "timestamp": %d}]
                """.replace("%d", Long.toString(Site.START.toEpochMilli()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data should have required property '.text'",
                "{\"text\": 7} | data.text should be string",
                "{\"text\": \"x\", \"data\": []} | data.data should be object",
                "{\"text\": \"x\", \"data\": {\"a\": [1]}} | data.data.a should be string,number,boolean",
                "{\"text\": \"x\", \"color\": 1} | data.color should be string"
            })
    void anEventThatIsNoneIsRefused(String body, String sentence) {
        Reply reply = site.post("/people/events/" + ILSE, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.data().get("message").asText()).isEqualTo(sentence);
    }

    @Test
    void theConversationsOfAPersonAreThoseThatAreBound() {
        String bound = site.workspace().visitorArrives("Ilse", ILSE).sessionId();
        String other = site.workspace().visitorArrives("Ilse", ILSE).sessionId();
        site.workspace().bind(bound, ILSE);

        String list = "/people/conversations/" + ILSE + "/list/1";
        assertThat(site.get(list).data()).isEqualTo(Site.json("[\"" + bound + "\"]"));
        assertThat(site.get(list + "?filter_unread=1").data()).isEmpty();
        site.workspace().visitorWrites(bound, "Hello?");
        assertThat(site.get(list + "?filter_unread=1").data()).hasSize(1);
        assertThat(site.get(list + "?filter_resolved=1").data()).isEmpty();
        site.workspace().conversations().setState(bound, State.RESOLVED);
        assertThat(site.get(list + "?filter_resolved=1").data()).hasSize(1);
        assertThat(site.get(list + "?filter_not_resolved=1").data()).isEmpty();
        assertThat(site.workspace().conversations().get(other).peopleId()).isNull();
    }

    @Test
    void whoUnsubscribesStaysUnsubscribedUntilSubscribedAgain() {
        String path = "/people/subscription/" + ILSE;

        assertThat(site.get(path).data().get("email").asBoolean()).isTrue();
        assertThat(site.patch(path, "{\"email\": false}").status()).isEqualTo(200);
        assertThat(site.get(path).data().get("email").asBoolean()).isFalse();
        site.patch(path, "{\"email\": true}");
        assertThat(site.get(path).data().get("email").asBoolean()).isTrue();
        assertThat(site.patch(path, "{}").status()).isEqualTo(400);
        assertThat(site.patch(path, "{\"email\": \"no\"}").status()).isEqualTo(400);
    }

    @Test
    void campaignsAreForUsersOnly() {
        site.workspace().people().log().campaignReached(ILSE, Map.of("campaign_id", "c1"));
        String path = "/people/campaigns/" + ILSE + "/list/1";

        assertThat(site.asUser("GET", path, null).data()).isEqualTo(Site.json("[{\"campaign_id\": \"c1\"}]"));
        assertThat(site.get(path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\": \"https://x.example.org/p.csv\", \"mapping\": [{\"column\": 0, \"field\": \"email\"}],"
                        + " \"options\": {\"column_separator\": \",\", \"skip_header\": true}} | 202",
                "{\"mapping\": []} | 400",
                "{\"url\": \"https://x.example.org/p.csv\"} | 400",
                "{\"url\": \"https://x.example.org/p.csv\", \"mapping\": [{\"field\": \"email\"}]} | 400",
                "{\"url\": \"x\", \"mapping\": [], \"options\": {\"skip_header\": 1}} | 400"
            })
    void anImportIsForUsersAndAcceptedWhenItMakesSense(String body, int status) {
        assertThat(site.asUser("POST", "/people/import/profiles", body).status())
                .isEqualTo(status);
        assertThat(site.post("/people/import/profiles", body).status()).isEqualTo(403);
    }

    @Test
    void anExportIsForUsers() {
        assertThat(site.asUser("POST", "/people/export/profiles", "{}").status())
                .isEqualTo(202);
        assertThat(site.post("/people/export/profiles", "{}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/people/events/nobody@example.org/list/1 | GET |",
                "/people/events/nobody@example.org | POST | {\"text\": \"x\"}",
                "/people/conversations/nobody@example.org/list/1 | GET |",
                "/people/subscription/nobody@example.org | GET |",
                "/people/subscription/nobody@example.org | PATCH | {\"email\": true}",
                "/people/data/nobody@example.org | PUT | {\"data\": {}}"
            })
    void nobodyIsNotFound(String path, String method, String body) {
        assertThat(site.call(method, path, body).reason()).isEqualTo("people_not_found");
    }

    @Test
    void whatIsInUseIsSuggestedTheMostUsedFirstUntilItIsRemoved() {
        site.workspace().people().create(new ProfileCard("mo@example.org", null, null, List.of("retail"), null, null));

        assertThat(site.get("/people/suggest/segments/1").data())
                .isEqualTo(
                        Site.json("[{\"segment\": \"retail\", \"count\": 2}, {\"segment\": \"vip\", \"count\": 1}]"));
        assertThat(site.call("DELETE", "/people/suggest/segment", "{\"segment\": \"retail\"}")
                        .reason())
                .isEqualTo("deleted");
        assertThat(texts(site.get("/people/suggest/segments/1"), "segment")).containsExactly("vip");
        assertThat(site.workspace().people().get(ILSE).segments()).contains("retail");
        assertThat(site.call("DELETE", "/people/suggest/segment", "{\"segment\": \"retail\"}")
                        .reason())
                .isEqualTo("suggestion_not_found");
        site.workspace()
                .people()
                .create(new ProfileCard("lena@example.org", null, null, List.of("retail"), null, null));
        assertThat(texts(site.get("/people/suggest/segments/1"), "segment")).containsExactly("retail", "vip");
    }

    @Test
    void keysOfDataAndTextsOfEventsAreSuggestedToo() {
        site.put("/people/data/" + ILSE, "{\"data\": {\"plan\": \"pro\"}}");
        site.post("/people/events/" + ILSE, "{\"text\": \"Bought\"}");

        assertThat(texts(site.get("/people/suggest/data/1"), "key")).containsExactly("plan");
        assertThat(texts(site.get("/people/suggest/events/1"), "text")).containsExactly("Bought");
        site.call("DELETE", "/people/suggest/data", "{\"key\": \"plan\"}");
        site.call("DELETE", "/people/suggest/event", "{\"text\": \"Bought\"}");
        assertThat(site.get("/people/suggest/data/1").data()).isEmpty();
        assertThat(site.get("/people/suggest/events/1").data()).isEmpty();
        assertThat(site.call("DELETE", "/people/suggest/data", "{}").status()).isEqualTo(400);
    }

    private static List<String> texts(Reply reply, String field) {
        return StreamSupport.stream(reply.data().spliterator(), false)
                .map(element -> element.get(field).asText())
                .toList();
    }
}
