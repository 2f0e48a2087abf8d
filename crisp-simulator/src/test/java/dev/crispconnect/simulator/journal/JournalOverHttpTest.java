package dev.crispconnect.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalOverHttpTest {

    private static final String STATE = "/website/{website_id}/conversation/{session_id}/state";

    private Site site;
    private Journal journal;
    private String sessionId;

    @BeforeEach
    void open() {
        site = Site.open();
        journal = site.simulator().journal();
        sessionId = site.workspace().conversations().start().sessionId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aRequestIsNotedWithItsRouteItsTokenAndWhatWasAnswered() {
        site.get("/conversations/1?per_page=50");

        assertThat(journal.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.time()).isEqualTo(Site.START);
            assertThat(entry.method()).isEqualTo("GET");
            assertThat(entry.template()).isEqualTo("/website/{website_id}/conversations/{page}");
            assertThat(entry.path()).endsWith("/conversations/1?per_page=50");
            assertThat(entry.token()).isEqualTo(site.simulator().websiteToken().identifier());
            assertThat(entry.status()).isEqualTo(200);
            assertThat(entry.inFlight()).isEqualTo(1);
            assertThat(entry.fault()).isNull();
            assertThat(entry.effect()).isZero();
        });
    }

    @Test
    void nothingOfABodyOrAKeyIsKept() {
        site.patch("/conversation/" + sessionId + "/meta", "{\"subject\": \"very private\"}");

        assertThat(journal.entries().toString())
                .doesNotContain("very private")
                .doesNotContain(site.simulator().websiteToken().key());
    }

    @Test
    void aMarkerDividesBeforeFromAfter() {
        site.get("");
        long marker = journal.marker();
        site.get("/conversations/1");

        assertThat(journal.since(marker))
                .extracting(Entry::template)
                .containsExactly("/website/{website_id}/conversations/{page}");
    }

    @Test
    void requestsAreCountedByRoute() {
        site.get("/conversation/" + sessionId + "/state");
        site.get("/conversation/" + sessionId + "/state");
        site.get("/nowhere");

        assertThat(journal.count("GET", STATE)).isEqualTo(2);
        assertThat(journal.counts()).containsEntry("GET (unknown)", 1L);
        assertThat(journal.total()).isEqualTo(3);
        assertThat(journal.inFlight()).isZero();
    }

    @Test
    void writesAreToldInTheOrderInWhichTheyTookEffect() {
        site.patch("/conversation/" + sessionId + "/state", "{\"state\": \"resolved\"}");
        site.patch("/conversation/" + sessionId + "/state", "{\"state\": \"nonsense\"}");
        site.simulator().inject(Fault.status(500, "server_error"));
        site.patch("/conversation/" + sessionId + "/block", "{\"blocked\": true}");
        site.get("/conversation/" + sessionId);
        site.delete("/conversation/" + sessionId);

        assertThat(journal.writesTo(sessionId)).extracting(Entry::method).containsExactly("PATCH", "DELETE");
        assertThat(journal.writesTo(sessionId))
                .extracting(Entry::effect)
                .isSorted()
                .doesNotContain(0L);
    }

    @Test
    void aWriteThatChangesNothingHasNoEffect() {
        String text = "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"a\","
                + " \"fingerprint\": 7}";
        site.post("/conversation/" + sessionId + "/message", text);
        site.post("/conversation/" + sessionId + "/message", text);
        site.patch("/conversation/" + sessionId + "/state", "{\"state\": \"pending\"}");

        assertThat(journal.entries()).extracting(Entry::status).containsExactly(202, 202, 200);
        assertThat(journal.entries().get(0).effect()).isPositive();
        assertThat(journal.entries().subList(1, 3)).extracting(Entry::effect).containsOnly(0L);
        assertThat(journal.writesTo(sessionId)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATCH  | /settings                           | {"name": "Other Shop", "chatbox": {"home": true}}
            PATCH  | /operator/{user_id}                 | {"title": "Chief"}
            PUT    | /inbox/{inbox_id}                   | {"name": "Sales", "order": 3}
            PATCH  | /inboxes/batch/order                | {"orders": [{"inbox_id": "{inbox_id}", "order": 7}]}
            DELETE | /conversations/suggest/segment      | {"segment": "vip"}
            DELETE | /conversations/suggest/data         | {"key": "order"}
            DELETE | /operators/active                   |
            DELETE | /expunge                            |
            PATCH  | /people/profile/ilse@example.org    | {"notepad": "Prefers e-mail"}
            PUT    | /people/data/ilse@example.org       | {"data": {"a": 1}}
            PATCH  | /people/subscription/ilse@example.org | {"email": false}
            PATCH  | /conversation/{session_id}/open     | {"opened": true}
            """)
    void theSecondOfTwoEqualWritesHasNoEffect(String method, String path, String body) {
        prepare();
        String filledPath = filled(path);
        String filledBody = body == null ? null : filled(body);
        long before = journal.marker();

        int first = site.asUser(method, filledPath, filledBody).status();
        int second = site.asUser(method, filledPath, filledBody).status();

        assertThat(first).isEqualTo(200);
        assertThat(second).isEqualTo(200);
        assertThat(journal.since(before))
                .extracting(entry -> entry.effect() > 0)
                .containsExactly(true, false);
    }

    private void prepare() {
        site.post("/people/profile", "{\"email\": \"ilse@example.org\"}");
        site.post("/inbox", "{\"name\": \"Support\"}");
        site.workspace().operatorChat(sessionId);
        site.workspace().settings().scheduleRemoval(Site.START);
    }

    private String filled(String template) {
        return template.replace("{session_id}", sessionId)
                .replace("{user_id}", site.workspace().operators().list().get(1).userId())
                .replace(
                        "{inbox_id}",
                        site.workspace().inboxes().list(1, 20).items().get(0).inboxId());
    }

    @Test
    void aMessageThatIsSeenLaterTakesEffectLater() {
        site.simulator().switches().set(AnswerSwitch.VISIBILITY_DELAY, Duration.ofMillis(100));
        site.post(
                "/conversation/" + sessionId + "/message",
                "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"a\"}");

        await().untilAsserted(() -> assertThat(journal.writesTo(sessionId)).hasSize(1));
        assertThat(site.workspace().messages().of(sessionId)).hasSize(1);
    }

    @Test
    void changesByOthersTakePlacesToo() {
        site.patch("/conversation/" + sessionId + "/state", "{\"state\": \"resolved\"}");
        site.workspace().visitorWrites(sessionId, "Still broken");
        site.patch("/conversation/" + sessionId + "/block", "{\"blocked\": true}");

        List<Entry> writes = journal.writesTo(sessionId);
        assertThat(writes.get(1).effect() - writes.get(0).effect()).isGreaterThan(1);
    }

    @Test
    void entriesAreSelectedByWhatTheyHave() {
        site.get("/conversation/" + sessionId + "/state");
        site.get("/conversations/1");
        site.patch("/conversation/" + sessionId + "/state", "{\"state\": \"nonsense\"}");
        site.patch("/conversation/" + sessionId + "/state", "{\"state\": \"resolved\"}");

        Selection all = Selection.all();
        assertThat(sequences(all.sessionId(sessionId))).containsExactly(1L, 3L, 4L);
        assertThat(sequences(all.template(STATE).method("PATCH"))).containsExactly(3L, 4L);
        assertThat(sequences(all.status(400))).containsExactly(3L);
        assertThat(sequences(all.onlyEffects())).containsExactly(4L);
        assertThat(sequences(all.since(1).limit(2))).containsExactly(2L, 3L);
        assertThat(sequences(all.token(site.simulator().websiteToken().identifier())))
                .hasSize(4);
        assertThat(sequences(all.token("nobody"))).isEmpty();
    }

    @Test
    void endsAreCountedByRouteAndStatus() {
        site.simulator().faults().once(Fault.status(429));
        site.get("/conversation/" + sessionId + "/state");
        site.get("/conversation/" + sessionId + "/state");
        site.get("/conversation/" + sessionId + "/state");

        assertThat(journal.countsByStatus().get("GET " + STATE)).isEqualTo(Map.of(200, 2L, 429, 1L));
    }

    @Test
    void aJournalThatIsResetCountsFromZeroButGoesOnNumbering() {
        site.get("/conversations/1");
        long marker = journal.marker();
        journal.reset();
        site.get("/conversations/2");

        assertThat(journal.peakInFlight()).isEqualTo(1);
        assertThat(journal.counts().values()).containsExactly(1L);
        assertThat(journal.since(marker)).isEqualTo(journal.entries()).hasSize(1);
    }

    @Test
    void theQueryStandsApart() {
        site.get("/conversations/1?per_page=50");
        site.get("/conversations/1");

        assertThat(journal.entries()).extracting(Entry::query).containsExactly("per_page=50", null);
    }

    private List<Long> sequences(Selection selection) {
        return journal.select(selection).stream().map(Entry::sequence).toList();
    }

    @Test
    void aFullJournalForgetsTheOldestAndGoesOnCounting() {
        try (Site small = Site.open(SimulatorSettings.defaults().withJournalLimit(2))) {
            small.get("/conversations/1");
            small.get("/conversations/2");
            small.get("/conversations/3");

            Journal kept = small.simulator().journal();
            assertThat(kept.entries()).extracting(Entry::sequence).containsExactly(2L, 3L);
            assertThat(kept.total()).isEqualTo(3);
        }
    }

    @Test
    void aJournalThatIsOffStillCounts() {
        try (Site silent = Site.open(SimulatorSettings.defaults().withJournalLimit(0))) {
            silent.get("/conversations/1");

            Journal off = silent.simulator().journal();
            assertThat(off.entries()).isEmpty();
            assertThat(off.count("GET", "/website/{website_id}/conversations/{page}"))
                    .isEqualTo(1);
        }
    }
}
