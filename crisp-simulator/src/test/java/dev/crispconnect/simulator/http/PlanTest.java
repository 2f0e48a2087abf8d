package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.Plan;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "search_query=ilse, 402",
        "filter_unread=1, 402",
        "filter_date_start=2026-01-01, 200",
        "order_date_updated=1, 200"
    })
    void theFreePlanHasNeitherSearchNorFilters(String query, int status) {
        plan(Plan.FREE);

        Reply reply = site.get("/conversations/1?" + query);

        assertThat(reply.status()).isEqualTo(status);
        if (status == 402) {
            assertThat(reply.reason()).isEqualTo("subscription_upgrade_required");
        }
    }

    @ParameterizedTest
    @CsvSource({"FREE, 402", "MINI, 202", "UNLIMITED, 202"})
    void theFreePlanHasNoNotes(Plan plan, int status) {
        plan(plan);
        String sessionId =
                site.workspace().visitorArrives("Ilse", "ilse@example.org").sessionId();

        Reply reply = site.post("/conversation/" + sessionId + "/message", """
                {"type": "note", "from": "operator", "origin": "chat", "content": "Call back"}
                """);

        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void conversationsCreatedTooFastAreRefusedUntilTheWindowHasPassed() {
        plan(Plan.FREE);
        for (int i = 0; i < 10; i++) {
            assertThat(site.post("/conversation", "{}").status()).isEqualTo(201);
        }

        Reply refused = site.post("/conversation", "{}");

        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.reason()).isEqualTo("quota_limit_exceeded");
        assertThat(site.workspace().conversations().all()).hasSize(10);
        site.clock().advance(Duration.ofSeconds(90));
        assertThat(site.post("/conversation", "{}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"FREE, 1", "MINI, 3", "ESSENTIALS, 10", "PLUS, 10"})
    void aPlanAllowsSoManyParticipants(Plan plan, int most) {
        PlanGate gate = new PlanGate(new Switches().set(AccessSwitch.PLAN, plan));

        gate.participants(most);

        assertThatThrownBy(() -> gate.participants(most + 1)).hasMessage("subscription_upgrade_required");
    }

    private void plan(Plan plan) {
        site.simulator().switches().set(AccessSwitch.PLAN, plan);
    }
}
