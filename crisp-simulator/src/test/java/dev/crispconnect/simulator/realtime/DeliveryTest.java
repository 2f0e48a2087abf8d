package dev.crispconnect.simulator.realtime;

import static dev.crispconnect.simulator.realtime.RealtimeClient.credentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crisp API reference, sections 5.3 and 5.5. */
class DeliveryTest {

    private static final String OTHER = "11111111-2222-4333-8444-555555555555";

    private Site site = Site.open();
    private Happenings all = new Happenings(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatIsDoneOverRestIsHeardInTheWireFormat() {
        String sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
        try (RealtimeClient client = RealtimeClient.listening(site, website(), "session:set_state")) {
            site.patch("/conversation/" + sessionId + "/state", "{\"state\": \"resolved\"}");

            JsonNode event = client.nextEvent();
            assertThat(event.get(0).asText()).isEqualTo("session:set_state");
            assertThat(event.get(1).get("session_id").asText()).isEqualTo(sessionId);
            assertThat(event.get(1).get("state").asText()).isEqualTo("resolved");
            assertThat(event.get(1).get("inbox_id").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everySocketHearsEveryEventOnceInTheOrderOfEffect(int eventLoops) {
        reopen(SimulatorSettings.defaults().withEventLoops(eventLoops));
        try (RealtimeClient one = RealtimeClient.listening(site, website(), "message:send", "message:received");
                RealtimeClient two = RealtimeClient.listening(site, website(), "message:received", "message:send")) {
            for (int i = 0; i < 500; i++) {
                all.happens(i % 3 == 0 ? "message:received" : "message:send", i);
            }

            for (RealtimeClient client : List.of(one, two)) {
                List<Integer> heard = IntStream.range(0, 500)
                        .mapToObj(i -> client.nextEvent().get(1).get("number").asInt())
                        .toList();
                assertThat(heard).isEqualTo(IntStream.range(0, 500).boxed().toList());
            }
            assertThat(site.simulator().realtime().counts().published()).isEqualTo(500);
            await().until(() -> site.simulator().realtime().counts().delivered() == 1_000);
        }
    }

    @Test
    void onlyTheEventsThatWereAskedForAreHeard() {
        try (RealtimeClient client = RealtimeClient.listening(site, website(), "message:send")) {
            all.happens("message:received", 1);
            all.happens("message:send", 2);

            client.hears("message:send", 2);
        }
    }

    @Test
    void whatHappensWhileNobodyIsConnectedIsLost() {
        RealtimeClient.listening(site, website(), "message:send").close();
        await().until(() -> site.simulator().realtime().sockets().isEmpty());
        all.happens("message:send", 1);

        try (RealtimeClient client = RealtimeClient.listening(site, website(), "message:send")) {
            all.happens("message:send", 2);

            client.hears("message:send", 2);
        }
    }

    @Test
    void aPluginHearsEveryWebsiteThatInstalledItByThen() {
        site.simulator().addWebsite(OTHER, true);
        try (RealtimeClient client = RealtimeClient.listening(site, plugin(), "message:send")) {
            all.happensOn(OTHER, "message:send", 1);
            all.happens("message:send", 2);

            client.hears("message:send", 1);
            client.hears("message:send", 2);
        }
    }

    @Test
    void roomsLimitWhatIsHeard() {
        site.simulator().addWebsite(OTHER, true);
        try (RealtimeClient client = authenticated(plugin(), "rooms", OTHER)) {
            all.happens("message:send", 1);
            all.happensOn(OTHER, "message:send", 2);

            client.hears("message:send", 2);
        }
    }

    @Test
    void aWebsiteThatRemovesThePluginFallsSilent() {
        site.simulator().addWebsite(OTHER, true);
        try (RealtimeClient client = RealtimeClient.listening(site, plugin(), "message:send")) {
            site.simulator().tokens().forbid(plugin(), OTHER);
            all.happensOn(OTHER, "message:send", 1);
            all.happens("message:send", 2);

            client.hears("message:send", 2);
        }
    }

    @Test
    void inboxesLimitWhatIsHeardAboutConversations() {
        try (RealtimeClient client = authenticated(website(), "inboxes", "inbox-1")) {
            all.happens("message:send", 1);
            all.happensIn("inbox-2", "message:send", 2);
            all.happensIn("inbox-1", "message:send", 3);
            publish("website:update_visitors_count", Map.of("number", 4));

            client.hears("message:send", 3);
            client.hears("website:update_visitors_count", 4);
        }
    }

    @Test
    void eventsOutOfATokensScopesAreNotHeard() {
        Token scoped = plugin().withScopes(Scopes.none().reading("website:conversation:messages"));
        site.simulator().tokens().issue(scoped);
        try (RealtimeClient client =
                RealtimeClient.listening(site, scoped, "session:set_state", "call:request:initiated", "message:send")) {
            all.happens("session:set_state", 1);
            all.happens("call:request:initiated", 2);
            all.happens("message:send", 3);

            client.hears("message:send", 3);
        }
    }

    @Test
    void anEventOfNoKnownNameIsHeardByEverybodyInTheRoom() {
        try (RealtimeClient client = RealtimeClient.listening(site, website(), "message:send")) {
            all.happens("session:set_mood", 1);

            client.hears("session:set_mood", 1);
        }
    }

    @Test
    void whoReadsTooSlowlyIsCutAndTheOthersAreNot() {
        site.simulator().switches().set(RealtimeSwitch.SOCKET_BACKLOG, 100_000);
        Realtime realtime = site.simulator().realtime();
        try (RealtimeClient slow = RealtimeClient.thatDoesNotRead(site, website(), "message:send");
                RealtimeClient quick = RealtimeClient.listening(site, website(), "message:removed")) {
            await().until(() -> realtime.sockets().stream().allMatch(socket -> socket.token() != null));

            await().until(() -> {
                publish("message:send", Map.of("content", "x".repeat(200_000)));
                return realtime.counts().overruns() == 1;
            });

            await().until(() -> realtime.sockets().size() == 1);
            all.happens("message:removed", 1);
            quick.hears("message:removed", 1);
            assertThat(slow.unread()).isEmpty();
        }
    }

    @Test
    void whoIsConnectedCanBeSeen() {
        try (RealtimeClient unknown = RealtimeClient.connect(site, 3);
                RealtimeClient known = authenticated(website(), "inboxes", "inbox-1")) {
            List<SocketView> sockets = site.simulator().realtime().sockets();

            assertThat(sockets).extracting(SocketView::protocol).containsExactly(3, 4);
            assertThat(sockets.get(0).token()).isNull();
            assertThat(sockets.get(1).token()).isEqualTo(website().identifier());
            assertThat(sockets.get(1).events()).contains("message:send");
            assertThat(sockets.get(1).inboxes()).containsExactly("inbox-1");
            assertThat(sockets.get(1).since()).isEqualTo(Site.START);
            assertThat(site.simulator().realtime().counts().connects()).isEqualTo(2);
            assertThat(unknown.isOpen() && known.isOpen()).isTrue();
        }
    }

    @Test
    void aResetClosesEverySocket() {
        try (RealtimeClient client = RealtimeClient.listening(site, website(), "message:send")) {
            site.simulator().reset();

            assertThat(client.closeCode()).isEqualTo(1001);
        }
        await().until(() -> site.simulator().realtime().counts().connects() == 0);
        try (RealtimeClient client = RealtimeClient.listening(site, website(), "message:send")) {
            all.happens("message:send", 1);

            client.hears("message:send", 1);
        }
    }

    @Test
    void nothingFailsWhenItHappensAfterTheEnd() {
        try (RealtimeClient client = RealtimeClient.listening(site, website(), "message:send")) {
            site.close();

            all.happens("message:send", 1);

            assertThat(client.closeCode()).isPositive();
        }
    }

    private RealtimeClient authenticated(Token token, String field, String value) {
        RealtimeClient client = RealtimeClient.connect(site, 4);
        Map<String, Object> fields = credentials(token, "message:send", "website:update_visitors_count");
        fields.put(field, List.of(value));
        client.authenticate(fields);
        assertThat(client.next()).contains("authenticated");
        return client;
    }

    private void publish(String name, Map<String, Object> data) {
        String websiteId = site.workspace().website().websiteId();
        site.workspace()
                .events()
                .publish(new Event(name, websiteId, data, site.clock().now()));
    }

    private void reopen(SimulatorSettings settings) {
        site.close();
        site = Site.open(settings);
        all = new Happenings(site);
    }

    private Token website() {
        return site.simulator().websiteToken();
    }

    private Token plugin() {
        return site.simulator().pluginToken();
    }
}
