package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.admin.AdminCaller;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults of the realtime API from another process (Crisp API reference, section 10.2). */
class RealtimeOverAdminTest {

    private static final String SEND = "message:send";
    private static final String REMOVED = "session:removed";

    private final Site site = Site.open();
    private final AdminCaller admin = new AdminCaller(site);
    private final Happenings all = new Happenings(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aSocketCanBeCutBetweenTwoEvents() {
        admin.post(
                "realtime/faults",
                "{\"fault\": \"cut-between\", \"after\": \"message:send\", \"event\": \"session:removed\"}");
        try (RealtimeClient client = listening()) {
            all.happens(REMOVED, 1);
            all.happens(SEND, 2);
            all.happens(REMOVED, 3);

            client.hears(REMOVED, 1);
            client.hears(SEND, 2);
            assertThat(client.closeCode()).isEqualTo(RealtimeClient.CUT);
        }
    }

    @Test
    void eventsCanBeStruckAtARate() {
        admin.post("realtime/faults", "{\"fault\": \"drop\", \"rate\": 0.5, \"seed\": 7}");
        try (RealtimeClient client = listening()) {
            for (int i = 0; i < 100; i++) {
                all.happens(SEND, i);
            }
            admin.delete("realtime/faults");
            all.happens(REMOVED, 100);

            await().until(() -> client.unread().stream().anyMatch(frame -> frame.contains(REMOVED)));
            assertThat(client.unread()).hasSizeBetween(30, 70);
        }
    }

    @Test
    void anEventThatNobodyKnowsIsTold() {
        try (RealtimeClient client = listening()) {
            admin.post(
                    "actions/server-invents",
                    "{\"event\": \"session:set_mood\", \"fields\": {\"session_id\": \"s\", \"mood\": null}}");

            JsonNode event = client.nextEvent();
            assertThat(event.get(0).asText()).isEqualTo("session:set_mood");
            assertThat(JsonShape.fields(event.get(1)))
                    .containsExactly("mood:null", "session_id:text", "website_id:text");
        }
    }

    @Test
    void onlyTheNextConnectsCanBeRefused() {
        admin.put("realtime/doors", "{\"connects\": \"bad-gateway\", \"times\": 1}");

        assertThatThrownBy(this::listening).hasMessageContaining("502");
        listening().close();
    }

    @Test
    void connectsCanBeRefusedForAWhile() {
        admin.put("realtime/doors", "{\"connects\": \"bad-gateway\", \"millis\": 200}");

        assertThatThrownBy(this::listening).hasMessageContaining("502");
        await().ignoreExceptions().untilAsserted(() -> listening().close());
    }

    @Test
    void aRefusalThatIsTakenBackDoesNotEndTheNextOne() {
        RealtimeFaults faults = site.simulator().realtime().faults();
        faults.refuseConnects(Duration.ofMillis(100), ConnectFault.BAD_GATEWAY);
        faults.refuseConnects(ConnectFault.BAD_GATEWAY);

        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThatThrownBy(this::listening).hasMessageContaining("502"));
    }

    private RealtimeClient listening() {
        return RealtimeClient.listening(site, site.simulator().websiteToken(), SEND, REMOVED);
    }
}
