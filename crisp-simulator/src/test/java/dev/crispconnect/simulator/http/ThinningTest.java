package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.OffOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final String SESSIONS = "website:conversation:sessions";

    private Site site;
    private String sessionId;

    @BeforeEach
    void open() {
        site = Site.open();
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
        site.workspace().visitorWrites(sessionId, "Where is my order?");
        site.simulator().switches().set(AccessSwitch.THINNED_BY_SCOPE, OffOn.ON);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aTokenSeesWhatItsScopesAllow() {
        JsonNode seen = conversation(Scopes.none().reading(SESSIONS));

        assertThat(seen.has("session_id")).isTrue();
        assertThat(seen.has("website_id")).isTrue();
        assertThat(seen.has("meta")).isTrue();
        assertThat(seen.has("state")).isFalse();
        assertThat(seen.has("last_message")).isFalse();
        assertThat(seen.has("participants")).isFalse();
        assertThat(seen.has("unread")).isFalse();
    }

    @Test
    void moreScopesShowMore() {
        JsonNode seen = conversation(
                Scopes.none().reading(SESSIONS, "website:conversation:states", "website:conversation:messages"));

        assertThat(seen.get("state").asText()).isEqualTo("pending");
        assertThat(seen.get("last_message").asText()).isEqualTo("Where is my order?");
    }

    @Test
    void theRightToWriteShowsNothing() {
        JsonNode seen = conversation(Scopes.none().reading(SESSIONS).writing("website:conversation:states"));

        assertThat(seen.has("state")).isFalse();
    }

    @Test
    void listsAreThinnedToo() {
        Token token = issued(Scopes.none().reading(SESSIONS));

        JsonNode first =
                site.callAs(token, "GET", website() + "/conversations/1").data().get(0);

        assertThat(first.has("meta")).isTrue();
        assertThat(first.has("state")).isFalse();
    }

    @Test
    void tokensThatAreHeldToNoScopesSeeEverything() {
        assertThat(site.get("/conversation/" + sessionId).data().has("state")).isTrue();
    }

    @Test
    void byDefaultNothingIsLeftOut() {
        site.simulator().switches().reset();

        assertThat(conversation(Scopes.none().reading(SESSIONS)).has("state")).isTrue();
    }

    private JsonNode conversation(Scopes scopes) {
        return site.callAs(issued(scopes), "GET", website() + "/conversation/" + sessionId)
                .data();
    }

    private Token issued(Scopes scopes) {
        Token token = site.simulator().pluginToken().withScopes(scopes);
        site.simulator().tokens().issue(token);
        return token;
    }

    private String website() {
        return "website/" + site.workspace().website().websiteId();
    }
}
