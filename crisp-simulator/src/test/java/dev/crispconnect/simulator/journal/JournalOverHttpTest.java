package dev.crispconnect.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
