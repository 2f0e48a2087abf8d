package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.http.Extension;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Crisp API reference, sections 5.1 and 5.2. */
class TransportTest {

    private static final Duration SHORT = Duration.ofMillis(60);

    private Site site = Site.open();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void eachTierFindsTheEndpointByItsOwnRoute() {
        Token website = site.simulator().websiteToken();
        Token plugin = site.simulator().pluginToken();
        String websiteId = site.workspace().website().websiteId();

        JsonNode found =
                site.callAs(website, "GET", "website/connect/endpoints").data();

        String app = found.at("/socket/app").asText();
        assertThat(app).matches("ws://127\\.0\\.0\\.1:" + site.simulator().url().getPort() + "/p/[0-9]+/");
        assertThat(found.at("/rescue/socket/app").asText()).isEqualTo(app);
        assertThat(site.callAs(website, "GET", "website/" + websiteId + "/connect/endpoints")
                        .data())
                .isEqualTo(found);
        assertThat(site.callAs(plugin, "GET", "plugin/connect/endpoints").status())
                .isEqualTo(200);
    }

    @Test
    void thePathIsTheCallersOwn() {
        Token plugin = site.simulator().pluginToken();
        Token other = Token.seeded(99, Tier.PLUGIN);
        site.simulator().tokens().issue(other);

        assertThat(site.callAs(plugin, "GET", "plugin/connect/endpoints").data())
                .isEqualTo(
                        site.callAs(plugin, "GET", "plugin/connect/endpoints").data())
                .isNotEqualTo(
                        site.callAs(other, "GET", "plugin/connect/endpoints").data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin/connect/endpoints", "user/connect/endpoints"})
    void theRouteOfAnotherTierIsRefused(String route) {
        assertThat(site.callAs(site.simulator().websiteToken(), "GET", route).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/p/68/", "/socket.io/", "/some/deep/path", "/v2/"})
    void theSocketIsServedOnAnyPath(String path) {
        try (RealtimeClient client = RealtimeClient.dial(site, path, 4)) {
            assertThat(client.opened().get("sid").asText()).hasSize(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/", "/v1/website", "/admin/x"})
    void theSocketIsNotServedInTheWayOfTheApi(String path) {
        assertThatThrownBy(() -> RealtimeClient.dial(site, path, 4)).hasMessageContaining("404");
    }

    @Test
    void theSocketIsNotServedInTheWayOfTheAdminApi() {
        assertThatThrownBy(() -> RealtimeClient.dial(site, "/admin", 4)).hasMessage("refused: HTTP/1.1 200 OK");
    }

    @Test
    void theOpenPacketTellsTheTimesInForce() {
        site.simulator().switches().set("ping-interval", "7000");
        site.simulator().switches().set("ping-timeout", "3000");

        try (RealtimeClient client = RealtimeClient.dial(site, 4)) {
            JsonNode opened = client.opened();

            assertThat(opened.get("pingInterval").asInt()).isEqualTo(7_000);
            assertThat(opened.get("pingTimeout").asInt()).isEqualTo(3_000);
            assertThat(opened.get("upgrades")).isEmpty();
            assertThat(opened.get("maxPayload").asInt()).isEqualTo(Extension.LARGEST_MESSAGE);
        }
    }

    @Test
    void revision3IsConnectedUnasked() {
        try (RealtimeClient client = RealtimeClient.dial(site, 3)) {
            client.opened();

            assertThat(client.next()).isEqualTo("40");
        }
    }

    @Test
    void revision4IsConnectedWhenItAsks() {
        try (RealtimeClient client = RealtimeClient.dial(site, 4)) {
            client.opened();

            client.send("40");

            assertThat(client.next()).matches("40\\{\"sid\":\"[^\"]{20}\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EIO=4&transport=polling      | 0",
                "EIO=3&transport=polling&t=x  | 0",
                "EIO=4                        | 0",
                "EIO=4&transport=websocket    | 3",
                "EIO=4&transport=websocket&sid=x | 1"
            })
    void everythingButANewWebSocketIsRefusedInEngineIosOwnWay(String query, int code) {
        URI url = site.simulator().url().resolve("/p/1/?" + query);

        Reply reply = site.send(HttpRequest.newBuilder(url).build());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asInt()).isEqualTo(code);
        assertThat(reply.json().get("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void otherRevisionsAreRefused(int protocol) {
        assertThatThrownBy(() -> RealtimeClient.dial(site, protocol)).hasMessageContaining("400");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4 | 44/admin,{\"message\":\"Invalid namespace\"}", "3 | 44/admin,\"Invalid namespace\""})
    void anotherNamespaceIsRefused(int protocol, String answer) {
        try (RealtimeClient client = RealtimeClient.connect(site, protocol)) {
            client.send("40/admin,");

            assertThat(client.next()).isEqualTo(answer);
            assertThat(client.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"41", "1"})
    void aClientMayTakeItsLeave(String frame) {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.send(frame);

            assertThat(client.closeCode()).isEqualTo(1000);
        }
        await().until(() -> site.simulator().realtime().sockets().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "6", "0{}", "4", "47", "4x", "42", "42[", "42[1]", "43[]", "44\"x\"", "42/a,[\"x\"]"})
    void framesThatMakeNoSenseAreTolerated(String frame) {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.send(frame);
            client.authenticate(RealtimeClient.credentials(site.simulator().websiteToken(), "message:send"));

            assertThat(client.next()).isEqualTo("42[\"authenticated\",true]");
            assertThat(site.simulator().realtime().counts().oddFrames()).isEqualTo(1);
        }
    }

    @Test
    void anEventBeforeTheConnectIsNotHeard() {
        try (RealtimeClient client = RealtimeClient.dial(site, 4)) {
            client.opened();
            client.authenticate(Map.of());

            client.send("40");

            assertThat(client.next()).startsWith("40");
        }
    }

    @Test
    void binaryFramesAndBinaryEventsAreRefused() {
        try (RealtimeClient frame = RealtimeClient.connect(site, 4);
                RealtimeClient event = RealtimeClient.connect(site, 4)) {
            frame.sendBinary((byte) 1);
            event.send("451-[\"x\",{\"_placeholder\":true,\"num\":0}]");

            assertThat(frame.closeCode()).isEqualTo(1003);
            assertThat(event.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void aMessageThatIsTooLargeEndsTheConnection() {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.sendInTwo("4".repeat(Extension.LARGEST_MESSAGE), "4");

            assertThat(client.closeCode()).isEqualTo(1009);
        }
        await().until(() -> site.simulator().realtime().sockets().isEmpty());
    }

    @Test
    void inRevision4TheServerPingsAndGoesOnWhileItIsAnswered() {
        reopen(SHORT, Duration.ofSeconds(20));

        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.next()).isEqualTo("2");
                client.send("3");
            }
        }
    }

    @Test
    void inRevision4AClientThatDoesNotAnswerIsClosed() {
        reopen(SHORT, SHORT);

        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            assertThat(client.next()).isEqualTo("2");
            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(site.simulator().realtime().counts().silentClients()).isEqualTo(1);
        }
    }

    @Test
    void inRevision3TheClientPingsAndIsAnswered() {
        try (RealtimeClient client = RealtimeClient.connect(site, 3)) {
            client.send("2probe");
            client.send("2");

            assertThat(client.next()).isEqualTo("3probe");
            assertThat(client.next()).isEqualTo("3");
        }
    }

    @Test
    void inRevision3ASilentClientIsClosed() {
        reopen(SHORT, SHORT);

        try (RealtimeClient client = RealtimeClient.connect(site, 3)) {
            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(client.unread()).isEmpty();
        }
    }

    private void reopen(Duration interval, Duration timeout) {
        site.close();
        site = Site.open(SimulatorSettings.defaults()
                .with(RealtimeSwitch.PING_INTERVAL, interval)
                .with(RealtimeSwitch.PING_TIMEOUT, timeout));
    }
}
