package dev.crispconnect.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpoiltAnswerTest {

    private static final String PAGES = "?per_page=20&order_date_updated=1";

    private final Site site = Site.open(SimulatorSettings.defaults());

    @BeforeEach
    void seed() {
        site.workspace().seed(45, 2, 1);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void objectsInsideAnItemMayBeNull() {
        site.simulator().inject(new Fault.Mutated(Mutation.NULL_OBJECTS));

        JsonNode conversation = page(1).get(0);

        assertThat(conversation.get("meta").isNull()).isTrue();
        assertThat(conversation.get("unread").isNull()).isTrue();
        assertThat(conversation.get("session_id").asText()).startsWith("session_");
    }

    @Test
    void optionalFieldsMayBeMissing() {
        site.simulator().inject(new Fault.Mutated(Mutation.MISSING_FIELDS));

        JsonNode conversation = page(1).get(0);

        assertThat(conversation.has("meta")).isFalse();
        assertThat(conversation.has("state")).isFalse();
        assertThat(conversation.has("session_id")).isTrue();
        assertThat(conversation.has("updated_at")).isTrue();
    }

    @Test
    void thereMayBeAFieldThatNobodyKnows() {
        site.simulator().inject(new Fault.Mutated(Mutation.NEW_FIELD));

        Reply reply = site.get("/conversations/1" + PAGES);

        assertThat(reply.json().has("x_new_field")).isTrue();
        assertThat(reply.data().get(0).has("x_new_field")).isTrue();
        assertThat(reply.data().get(0).get("meta").has("x_new_field")).isTrue();
        assertThat(reply.data().get(0).has("state")).isTrue();
    }

    @Test
    void messagesMayBeOfATypeThatNobodyKnows() {
        String sessionId = sessionIds(1).get(0);
        site.simulator().inject(new Fault.Mutated(Mutation.UNKNOWN_TYPE));

        JsonNode messages = site.get("/conversation/" + sessionId + "/messages").data();

        assertThat(messages.findValuesAsText("type")).contains("hologram").doesNotContain("text");
        assertThat(messages.get(0).get("user").get("type").asText()).isEqualTo("website");
    }

    @Test
    void anEnvelopeMayHaveNoData() {
        site.simulator().inject(new Fault.Mutated(Mutation.NO_DATA));

        Reply reply = site.get("/conversations/1" + PAGES);

        assertThat(reply.json().has("data")).isFalse();
        assertThat(reply.reason()).isEqualTo("listed");
    }

    @Test
    void errorsAreNotMutated() {
        site.simulator().inject(new Fault.Mutated(Mutation.NO_DATA));

        assertThat(site.get("/conversation/session_none").json().has("data")).isTrue();
    }

    @Test
    void aStalePageIsAsItWasWhenItWasLastAsked() {
        List<String> before = sessionIds(1);
        touchLastOf(before);
        site.simulator().inject(new Fault.Stale());

        assertThat(sessionIds(1)).isEqualTo(before);
        assertThat(sessionIds(1)).isNotEqualTo(before);
    }

    @Test
    void aPageThatWasNeverAskedIsNeverStale() {
        touchLastOf(sessionIds(1));
        site.simulator().inject(new Fault.Stale());

        assertThat(sessionIds(2)).isEqualTo(sessionIds(2));
    }

    @Test
    void aStaleListWaitsForARequestForAList() {
        List<String> before = sessionIds(1);
        touchLastOf(before);
        site.simulator().inject(new Fault.Stale());

        site.get("");

        assertThat(sessionIds(1)).isEqualTo(before);
    }

    @Test
    void anItemMovesAwayFromThePageThatIsAsked() {
        List<String> first = sessionIds(1);
        List<String> second = sessionIds(2);
        site.tick();
        site.simulator().faults().once(new Fault.MovedItem(null, 7));

        List<String> moved = sessionIds(2);

        String lost = second.stream().filter(id -> !moved.contains(id)).toList().get(0);
        assertThat(moved.get(0)).isEqualTo(first.get(first.size() - 1));
        assertThat(sessionIds(1).get(0)).isEqualTo(lost);
    }

    @Test
    void theSameSeedMovesTheSameItem() {
        try (Site other = Site.open(SimulatorSettings.defaults())) {
            other.workspace().seed(45, 2, 1);
            for (Site each : List.of(site, other)) {
                each.tick();
                each.simulator().inject(new Fault.MovedItem(null, 3));
                each.get("/conversations/1" + PAGES);
            }

            assertThat(site.get("/conversations/1" + PAGES).body())
                    .isEqualTo(other.get("/conversations/1" + PAGES).body());
        }
    }

    @Test
    void aNamedItemMovesToo() {
        String last = sessionIds(3).get(0);
        site.tick();
        site.simulator().inject(new Fault.MovedItem(last, 1));

        assertThat(sessionIds(1).get(0)).isEqualTo(last);
        assertThat(site.workspace().messages().of(last)).hasSize(3);
    }

    private void touchLastOf(List<String> sessionIds) {
        site.tick();
        site.workspace().visitorWrites(sessionIds.get(sessionIds.size() - 1), "Anybody there?");
    }

    private JsonNode page(int number) {
        return site.get("/conversations/" + number + PAGES).data();
    }

    private List<String> sessionIds(int number) {
        return page(number).findValuesAsText("session_id");
    }
}
