package dev.crispconnect.simulator.realtime;

import static dev.crispconnect.simulator.realtime.RealtimeClient.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.RealtimeSwitch;
import dev.crispconnect.simulator.switches.RealtimeSwitch.RevokedToken;
import dev.crispconnect.simulator.switches.RealtimeSwitch.Wish;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Crisp API reference, section 5.3. */
class AuthenticationTest {

    private final Site site = Site.open();
    private final Happenings site1 = new Happenings(site);
    private final Token token = site.simulator().websiteToken();
    private final String websiteId = site.workspace().website().websiteId();

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void goodCredentialsAreAuthenticated(int protocol) {
        try (RealtimeClient client = RealtimeClient.connect(site, protocol)) {
            client.authenticate(credentials(token, "message:send"));

            assertThat(client.next()).isEqualTo("42[\"authenticated\",true]");
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("password", "0".repeat(64), "invalid credentials"),
                Arguments.of("username", "nobody", "invalid credentials"),
                Arguments.of("tier", "plugin", "invalid credentials"),
                Arguments.of("tier", "admin", "invalid tier"),
                Arguments.of("tier", null, "data.tier should be string"),
                Arguments.of("username", 7, "data.username should be string"),
                Arguments.of("password", null, "data.password should be string"),
                Arguments.of("events", null, "data.events should not be empty"),
                Arguments.of("events", List.of(), "data.events should not be empty"),
                Arguments.of("events", "message:send", "data.events should be array"),
                Arguments.of("events", Arrays.asList("message:send", null), "data.events[] should be string"),
                Arguments.of("rooms", "all", "data.rooms should be array"),
                Arguments.of("inboxes", Map.of(), "data.inboxes should be array"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anythingElseIsUnauthorizedAndClosed(String field, Object value, String message) {
        Map<String, Object> fields = credentials(token, "message:send");
        fields.put(field, value);
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.authenticate(fields);

            assertThat(client.next()).isEqualTo("42[\"unauthorized\",{\"message\":\"" + message + "\"}]");
            assertThat(client.next()).isEqualTo("41");
            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(site.simulator().realtime().counts().unauthorized()).isEqualTo(1);
        }
    }

    @Test
    void anAuthenticationWithoutFieldsIsUnauthorized() {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.send("42[\"authentication\"]");

            assertThat(client.next()).isEqualTo("42[\"unauthorized\",{\"message\":\"data should be object\"}]");
        }
    }

    @Test
    void whoIsNotAuthenticatedHearsNothing() {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            site1.happens("message:send", 1);
            client.emit("socket:bind", Map.of("events", List.of("message:send")));
            site1.happens("message:send", 2);
            client.authenticate(credentials(token, "message:send"));

            assertThat(client.next()).isEqualTo("42[\"authenticated\",true]");
            site1.happens("message:send", 3);
            client.hears("message:send", 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void whoDoesNotAuthenticateInTimeIsCut(int protocol) {
        site.simulator().switches().set(RealtimeSwitch.AUTHENTICATION_TIMEOUT, Duration.ofMillis(50));

        try (RealtimeClient client = RealtimeClient.connect(site, protocol)) {
            assertThat(client.next()).contains("unauthorized", "timeout");
            assertThat(client.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void authenticationIsPerConnection() {
        RealtimeClient.listening(site, token, "message:send").close();

        try (RealtimeClient again = RealtimeClient.connect(site, 4);
                RealtimeClient witness = RealtimeClient.listening(site, token, "message:send")) {
            site1.happens("message:send", 1);

            witness.hears("message:send", 1);
            assertThat(again.unread()).isEmpty();
        }
    }

    @Test
    void aForeignRoomIsLeftOut() {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.authenticate(withRooms("elsewhere", websiteId));
            assertThat(client.next()).contains("authenticated");

            site1.happens("message:send", 1);

            client.hears("message:send", 1);
            assertThat(site.simulator().realtime().sockets().get(0).rooms()).containsExactly(websiteId);
        }
    }

    @Test
    void whoAsksForForeignRoomsOnlyHearsNothing() {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.authenticate(withRooms("elsewhere"));

            assertThat(client.next()).contains("authenticated");
            assertThat(site.simulator().realtime().sockets().get(0).rooms()).isEmpty();
        }
    }

    @Test
    void aForeignRoomMayBeRefused() {
        site.simulator().switches().set(RealtimeSwitch.FOREIGN_ROOM, Wish.REFUSE);
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.authenticate(withRooms("elsewhere", websiteId));

            assertThat(client.next()).contains("unauthorized", "room not allowed: elsewhere");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam:message", "identity:verify:request", "no:such:event"})
    void anEventThatTheTierMayNotReceiveIsLeftOut(String event) {
        RealtimeClient.listening(site, token, event, "message:send").close();

        try (RealtimeClient client = RealtimeClient.listening(site, token, event, "message:removed")) {
            assertThat(site.simulator().realtime().sockets())
                    .filteredOn(socket -> socket.events().contains("message:removed"))
                    .singleElement()
                    .satisfies(socket -> assertThat(socket.events()).containsExactly("message:removed"));
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void suchAnEventMayBeRefused() {
        site.simulator().switches().set(RealtimeSwitch.FORBIDDEN_EVENT, Wish.REFUSE);
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            client.authenticate(credentials(token, "message:send", "spam:message"));

            assertThat(client.next()).contains("unauthorized", "event not allowed: spam:message");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenThatIsRevokedOrRolledCutsItsSockets(boolean revoked) {
        try (RealtimeClient client = RealtimeClient.listening(site, token, "message:send");
                RealtimeClient other =
                        RealtimeClient.listening(site, site.simulator().pluginToken(), "message:send")) {
            if (revoked) {
                site.simulator().tokens().revoke(token);
            } else {
                site.simulator().tokens().roll(token);
            }

            assertThat(client.next()).contains("unauthorized", "revoked");
            assertThat(client.closeCode()).isEqualTo(1000);
            site1.happens("message:send", 1);
            other.hears("message:send", 1);
        }
    }

    @Test
    void aSocketMayOutliveItsToken() {
        site.simulator().switches().set(RealtimeSwitch.REVOKED_TOKEN, RevokedToken.KEEP);
        try (RealtimeClient client = RealtimeClient.listening(site, token, "message:send")) {
            site.simulator().tokens().revoke(token);
            site1.happens("message:send", 1);

            client.hears("message:send", 1);
        }
    }

    private Map<String, Object> withRooms(String... rooms) {
        Map<String, Object> fields = new HashMap<>(credentials(token, "message:send"));
        fields.put("rooms", List.of(rooms));
        return fields;
    }
}
