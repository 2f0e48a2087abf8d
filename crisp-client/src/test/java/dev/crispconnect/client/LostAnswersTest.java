package dev.crispconnect.client;

import static dev.crispconnect.client.WireServer.envelope;
import static dev.crispconnect.client.WireServer.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crispconnect.client.WireServer.Reaction;
import dev.crispconnect.client.WireServer.Then;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that get no answer, and what is known of their effect. */
class LostAnswersTest {

    private static final String WEBSITE = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final ClientSettings.Timeouts HASTY =
            new ClientSettings.Timeouts(Duration.ofSeconds(5), Duration.ofMillis(150), Duration.ofSeconds(10));

    @Test
    void hadNoEffectWhenTheConnectionWasRefused() throws Exception {
        int freedPort;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freedPort = listener.getLocalPort();
        }
        try (CrispClient client = Clients.open(URI.create("http://127.0.0.1:" + freedPort + "/v1/"))) {
            CrispException.Unreachable failure = unreachable(client, Conversations.create(WEBSITE));

            assertThat(failure.mayHaveTakenEffect()).isFalse();
            assertThat(failure.status()).isZero();
            assertThat(failure).hasMessage("POST /website/{website_id}/conversation got no answer");
        }
    }

    @Test
    void hadNoEffectWhenTheHostIsUnknown() throws Exception {
        try (CrispClient client = Clients.open(URI.create("http://nowhere.invalid/v1/"))) {
            assertThat(unreachable(client, Conversations.create(WEBSITE)).mayHaveTakenEffect())
                    .isFalse();
        }
    }

    @Test
    void mayHaveHadItsEffectWhenTheAnswerWasLost() throws Exception {
        try (WireServer server = WireServer.answering(raw("", Then.CLOSE));
                CrispClient client = Clients.open(server.url())) {
            assertThat(unreachable(client, Conversations.create(WEBSITE)).mayHaveTakenEffect())
                    .isTrue();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void mayHaveHadItsEffectWhenTheServerFellSilent() throws Exception {
        try (WireServer server = WireServer.answering(raw("", Then.STALL));
                CrispClient client = Clients.open(server.url(), HASTY, 8)) {
            assertThat(unreachable(client, Conversations.create(WEBSITE)).mayHaveTakenEffect())
                    .isTrue();
        }
    }

    @Test
    void isNotRepeatedWhenAReadMetSilence() throws Exception {
        try (WireServer server = WireServer.answering(raw("", Then.STALL));
                CrispClient client = Clients.open(server.url(), HASTY, 8)) {
            assertThat(unreachable(client, Websites.get(WEBSITE))).isNotNull();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void mayHaveHadItsEffectWhenTheBodyStalls() throws Exception {
        String begun = "HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{\"error\":false";
        try (WireServer server = WireServer.answering(raw(begun, Then.STALL));
                CrispClient client = Clients.open(server.url(), HASTY, 8)) {
            assertThat(unreachable(client, Conversations.create(WEBSITE)).mayHaveTakenEffect())
                    .isTrue();
        }
    }

    @Test
    void mayHaveHadItsEffectWhenTheBodyIsCut() throws Exception {
        String cut = "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"error\":false";
        try (WireServer server = WireServer.answering(raw(cut, Then.CLOSE));
                CrispClient client = Clients.open(server.url())) {
            assertThat(unreachable(client, Conversations.create(WEBSITE)).mayHaveTakenEffect())
                    .isTrue();
        }
    }

    @Test
    void isBoundedByTheCallTimeoutThoughTheReadTimeoutIsLonger() throws Exception {
        ClientSettings.Timeouts bounded =
                new ClientSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMillis(200));
        try (WireServer server = WireServer.answering(raw("HTTP/1.1 200 OK\r\n", Then.STALL));
                CrispClient client = Clients.open(server.url(), bounded, 8)) {
            assertThat(unreachable(client, Websites.get(WEBSITE))).isNotNull();
        }
    }

    @Test
    void doNotSurfaceWhenAReadMeetsAConnectionThatTheServerHadClosed() throws Exception {
        // Given a connection that the client keeps, and the server closes after its answer without having said so
        Reaction account = envelope(200, "resolved", "{\"plugin_id\":\"p\"}");
        try (WireServer server = WireServer.answering(raw(account.text(), Then.CLOSE), account);
                CrispClient client = Clients.open(server.url())) {
            client.execute(Plugins.connectAccount());

            // When the next read is made
            Answer<String> answer = client.execute(Plugins.connectAccount());

            // Then it is answered, on a second connection
            assertThat(answer.data()).isEqualTo("p");
            assertThat(server.connectionCount()).isEqualTo(2);
            assertThat(server.seen()).hasSize(2);
        }
    }

    @Test
    void areNotRiskedByRepeatingAWriteOnAConnectionThatTheServerHadClosed() throws Exception {
        // Given a kept connection on which the server takes the next request but closes without an answer
        try (WireServer server =
                        WireServer.answering(envelope(200, "resolved", "{\"plugin_id\":\"p\"}"), raw("", Then.CLOSE));
                CrispClient client = Clients.open(server.url())) {
            client.execute(Plugins.connectAccount());

            // When a write meets it
            CrispException.Unreachable failure =
                    unreachable(client, People.update(WEBSITE, "p1", Map.of("notepad", "x")));

            // Then it is reported as in doubt and was sent once
            assertThat(failure.mayHaveTakenEffect()).isTrue();
            assertThat(server.seen()).extracting(WireServer.Seen::method).containsExactly("GET", "PATCH");
        }
    }

    @Test
    void keepTheTransportsFailureAsTheirCause() throws Exception {
        try (WireServer server = WireServer.answering(raw("", Then.CLOSE));
                CrispClient client = Clients.open(server.url())) {
            assertThatThrownBy(() -> client.execute(Conversations.create(WEBSITE)))
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    private static CrispException.Unreachable unreachable(CrispClient client, Call<?> call) {
        return catchThrowableOfType(CrispException.Unreachable.class, () -> client.execute(call));
    }
}
