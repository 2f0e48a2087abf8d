package dev.crispconnect.client.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.Credentials;
import dev.crispconnect.client.Tier;
import dev.crispconnect.client.time.ManualTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection from its first frame to each of its ends. */
@Timeout(60)
class RealtimeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 100_000;
    private static final String HELLO =
            "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";
    private static final String CONNECTED = "40{\"sid\":\"y\"}";
    private static final Subscription EVERYTHING = new Subscription(List.of("message:send"), List.of(), List.of());

    private final ManualTime time = new ManualTime();
    private final Told told = new Told();
    private SocketServer server;
    private Realtime realtime;

    @BeforeEach
    void open() throws IOException {
        server = new SocketServer();
        realtime = Realtime.open(settings("http://127.0.0.1:1/v1/"), time);
    }

    @AfterEach
    void close() throws IOException {
        realtime.close();
        server.close();
    }

    @Test
    void opensAWebSocketAtThePathOfTheEndpoint() throws Exception {
        connect();

        SocketServer.Peer peer = server.accept();

        assertThat(peer.target()).isEqualTo("/p/68/?EIO=4&transport=websocket");
        assertThat(peer.headers())
                .containsEntry("user-agent", "test/1")
                .doesNotContainKeys("authorization", "sec-websocket-extensions");
    }

    @Test
    void connectsToTheRootAndAuthenticates() throws Exception {
        realtime.connect(server.endpoint(), new Subscription(List.of("a", "b"), List.of("w1"), List.of("i1")), told);
        SocketServer.Peer peer = server.accept();

        peer.send(HELLO);
        assertThat(peer.receive()).isEqualTo("40");
        peer.send(CONNECTED);
        String authentication = peer.receive();

        assertThat(authentication).startsWith("42");
        assertThat(JSON.readTree(authentication.substring(2))).isEqualTo(JSON.readTree("""
                ["authentication", {"tier": "plugin", "username": "identifier", "password": "secret-key",
                                    "events": ["a", "b"], "rooms": ["w1"], "inboxes": ["i1"]}]"""));
        told.nothingElse();
        peer.send("42[\"authenticated\",true]");
        told.awaitAuthenticated();
    }

    @Test
    void leavesOutRoomsAndInboxesThatDoNotLimit() throws Exception {
        connect();
        SocketServer.Peer peer = server.accept();
        peer.send(HELLO);
        peer.receive();
        peer.send(CONNECTED);

        assertThat(peer.receive()).doesNotContain("rooms", "inboxes");
    }

    @Test
    void tellsEventsInTheirOrder() throws Exception {
        SocketServer.Peer peer = authenticated();

        peer.send("42[\"session:set_state\",{\"website_id\":\"w\",\"session_id\":\"s\",\"state\":\"resolved\"}]");
        peer.send("42[\"made:up\",{\"x\" : 1.50}]");

        RealtimeEvent first = told.nextEvent();
        assertThat(first.name()).isEqualTo("session:set_state");
        assertThat(first.content()).isEqualTo(new EventContent.ConversationTouched());
        assertThat(told.nextEvent().json()).isEqualTo("{\"x\" : 1.50}");
    }

    @Test
    void answersHeartbeats() throws Exception {
        SocketServer.Peer peer = authenticated();

        peer.send("2");
        assertThat(peer.receive()).isEqualTo("3");
        peer.send("2probe");
        assertThat(peer.receive()).isEqualTo("3probe");
    }

    @Test
    void takesAnEventAsLongAsAllowed() throws Exception {
        SocketServer.Peer peer = authenticated();
        String frame = "42[\"x\",\"" + "y".repeat(LONGEST - 10) + "\"]";

        for (int i = 0; i < 5; i++) {
            peer.send(frame);
        }

        assertThat(frame.length()).isEqualTo(LONGEST);
        for (int i = 0; i < 5; i++) {
            assertThat(told.nextEvent().json().length()).isEqualTo(LONGEST - 8);
        }
    }

    @Test
    void endsAsRefusedWhenTheTokenIs() throws Exception {
        RealtimeConnection connection = connect();
        SocketServer.Peer peer = server.accept();

        peer.sendThenClose(1000, HELLO, CONNECTED, "42[\"unauthorized\",{\"message\":\"invalid session\"}]");

        assertThat(told.nextEnding()).isEqualTo(new Ending.Refused("invalid session"));
        connection.close();
        told.nothingElse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"no access for ilse@example.org\"}",
                "{\"message\":\"bad key secret-key\"}",
                "{\"message\":\"0d9c4f3e\"}",
                "{\"message\":7}",
                "{}",
                "null",
                "\"invalid session\""
            })
    void doesNotRepeatAWhyThatCouldHoldASecretOrAPerson(String why) throws Exception {
        connect();
        SocketServer.Peer peer = server.accept();

        peer.send("42[\"unauthorized\"," + why + "]");

        assertThat(told.nextEnding()).isEqualTo(new Ending.Refused(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"44{\"message\":\"Invalid namespace\"}", "44\"Invalid namespace\"", "42[\"authenticated\",false]"
            })
    void endsAsRefusedWhenTheNamespaceIsOrTheAnswerIsNo(String frame) throws Exception {
        connect();

        server.accept().send(frame);

        assertThat(told.nextEnding()).isInstanceOf(Ending.Refused.class);
    }

    @Test
    void endsAsLostWhenNobodyListens() throws Exception {
        String endpoint = server.endpoint();
        server.close();

        realtime.connect(endpoint, EVERYTHING, told);

        assertThat(told.nextEnding()).isInstanceOfSatisfying(Ending.Lost.class, lost -> {
            assertThat(lost.status()).isZero();
            assertThat(lost.cause()).isInstanceOf(ConnectException.class);
            assertThat(lost).hasToString("Lost[status=0, cause=ConnectException]");
        });
    }

    @ParameterizedTest
    @CsvSource({"401 Unauthorized, 401", "301 Elsewhere, 301", "200 OK, 200", "503 Busy, 503"})
    void endsAsLostWithTheStatusOfAnUpgradeThatIsNone(String line, int status) throws Exception {
        connect();

        server.refuse("HTTP/1.1 " + line);

        assertThat(told.nextEnding()).isInstanceOfSatisfying(Ending.Lost.class, lost -> assertThat(lost.status())
                .isEqualTo(status));
    }

    @Test
    void endsAsLostWhenTheConnectionBreaks() throws Exception {
        authenticated().cut();

        assertThat(told.nextEnding()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void endsAsLostWhenTheListenerThrows() throws Exception {
        realtime.connect(server.endpoint(), EVERYTHING, new Throwing(told));
        SocketServer.Peer peer = server.accept();

        peer.send("42[\"x\"]");

        assertThat(told.nextEnding()).isInstanceOfSatisfying(Ending.Lost.class, lost -> assertThat(lost.cause())
                .hasMessage("a fault of the listener"));
        assertThat(peer.clientLeft()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1000", "1001", "4000"})
    void endsAsClosedByTheServerWithItsCode(int code) throws Exception {
        authenticated().sendClose(code);

        assertThat(told.nextEnding()).isEqualTo(new Ending.ClosedByServer(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"41", "1"})
    void endsAsClosedByTheServerThatSaysGoodbye(String frame) throws Exception {
        SocketServer.Peer peer = authenticated();

        peer.send(frame);

        assertThat(told.nextEnding()).isEqualTo(new Ending.ClosedByServer(0));
        assertThat(peer.clientLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "4",
                "47",
                "42",
                "42{}",
                "42[]",
                "42[7]",
                "42[\"x\",",
                "451-[\"x\"]",
                "bAAAA",
                "0[]",
                "{}"
            })
    void endsAsUnintelligibleOnGarbage(String frame) throws Exception {
        SocketServer.Peer peer = authenticated();

        peer.send(frame);

        assertThat(told.nextEnding()).isInstanceOf(Ending.Unintelligible.class);
        assertThat(peer.clientLeft()).isTrue();
    }

    @Test
    void endsAsUnintelligibleOnABinaryFrame() throws Exception {
        authenticated().sendBinary((byte) 4, (byte) 5);

        assertThat(told.nextEnding()).isEqualTo(new Ending.Unintelligible("a binary frame"));
    }

    @Test
    void endsAsUnintelligibleOnAFrameThatIsTooLong() throws Exception {
        authenticated().send("42[\"x\",\"" + "y".repeat(LONGEST) + "\"]");

        assertThat(told.nextEnding()).isEqualTo(new Ending.Unintelligible("a frame longer than allowed"));
    }

    @Test
    void doesNotGatherAFrameWithoutEnd() throws Exception {
        SocketServer.Peer peer = authenticated();

        assertThatThrownBy(peer::sendWithoutEnd).isInstanceOf(IOException.class);

        assertThat(told.nextEnding()).isEqualTo(new Ending.Unintelligible("a frame longer than allowed"));
    }

    @Test
    void isSilentWhenAuthenticationIsNotAnsweredInTheTimeOfACall() throws Exception {
        RealtimeConnection connection = connect();
        SocketServer.Peer peer = server.accept();
        peer.send(HELLO);
        peer.receive();
        peer.send("2");
        peer.receive();

        time.advance(Duration.ofSeconds(30));
        connection.check();
        told.nothingElse();
        time.advance(Duration.ofMillis(1));
        connection.check();

        assertThat(told.nextEnding()).isEqualTo(new Ending.Silent(Ending.Silence.AUTHENTICATION));
        assertThat(peer.clientLeft()).isTrue();
    }

    @Test
    void isSilentWhenNoHeartbeatCameWithinIntervalAndTimeout() throws Exception {
        RealtimeConnection connection = connect();
        SocketServer.Peer peer = authenticate(server.accept());
        time.advance(Duration.ofSeconds(44));
        peer.send("2");
        peer.receive();
        time.advance(Duration.ofSeconds(45));
        connection.check();
        told.nothingElse();

        time.advance(Duration.ofMillis(1));
        connection.check();
        connection.check();

        assertThat(told.nextEnding()).isEqualTo(new Ending.Silent(Ending.Silence.HEARTBEAT));
        told.nothingElse();
    }

    @Test
    void eventsDoNotPassForHeartbeats() throws Exception {
        RealtimeConnection connection = connect();
        SocketServer.Peer peer = authenticate(server.accept());
        time.advance(Duration.ofSeconds(44));
        peer.send("42[\"x\"]");
        told.nextEvent();

        time.advance(Duration.ofSeconds(2));
        connection.check();

        assertThat(told.nextEnding()).isEqualTo(new Ending.Silent(Ending.Silence.HEARTBEAT));
    }

    @Test
    void endsAtOnceWhenItIsClosedThoughTheOtherSideDoesNotAnswer() throws Exception {
        // Given a server that reads no more
        RealtimeConnection connection = connect();
        SocketServer.Peer peer = authenticate(server.accept());

        // When it is closed twice
        connection.close();
        connection.close();

        // Then it has ended once, on this thread
        assertThat(told.nextEnding()).isEqualTo(new Ending.ClosedByUs());
        told.nothingElse();
        assertThat(peer.clientLeft()).isTrue();
    }

    @Test
    void endsAConnectionThatIsStillBeingMade() throws Exception {
        RealtimeConnection connection = connect();
        SocketServer.Peer peer = server.take();

        connection.close();

        assertThat(told.nextEnding()).isEqualTo(new Ending.ClosedByUs());
        assertThat(peer.clientLeft()).isTrue();
        told.nothingElse();
    }

    @Test
    void tellsNothingAfterTheEnd() throws Exception {
        SocketServer.Peer peer = authenticated();

        peer.sendThenClose(1000, "41", "42[\"x\"]");

        assertThat(told.nextEnding()).isEqualTo(new Ending.ClosedByServer(0));
        assertThat(peer.clientLeft()).isTrue();
        told.nothingElse();
    }

    @Test
    void bindsAgainNotSoonerThanCrispAllows() throws Exception {
        RealtimeConnection connection = connect();
        SocketServer.Peer peer = server.accept();
        assertThat(connection.bind()).isFalse();
        authenticate(peer);

        assertThat(connection.bind()).isTrue();
        assertThat(peer.receive()).isEqualTo("42[\"socket:bind\",{}]");
        time.advance(Duration.ofMillis(2499));
        assertThat(connection.bind()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(connection.bind()).isTrue();
        assertThat(peer.receive()).isEqualTo("42[\"socket:bind\",{}]");

        connection.close();
        time.advance(Duration.ofSeconds(3));
        assertThat(connection.bind()).isFalse();
    }

    @Test
    void authenticatesOnceHoweverOftenTheNamespaceIsOpened() throws Exception {
        SocketServer.Peer peer = authenticated();

        peer.send(CONNECTED);
        peer.send("42[\"authenticated\",true]");
        peer.send("2");

        assertThat(peer.receive()).isEqualTo("3");
        told.nothingElse();
    }

    @Test
    void closingEndsEveryConnectionAndLeavesNoThread() throws Exception {
        connect();
        authenticate(server.accept());
        Told other = new Told();
        realtime.connect(server.endpoint(), EVERYTHING, other);
        server.take();

        realtime.close();
        realtime.close();

        assertThat(told.nextEnding()).isEqualTo(new Ending.ClosedByUs());
        assertThat(other.nextEnding()).isEqualTo(new Ending.ClosedByUs());
        await().atMost(Duration.ofSeconds(20)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("crisp-realtime")));
    }

    @Test
    void doesNotConnectOnceClosed() throws Exception {
        realtime.close();

        connect();

        assertThat(told.nextEnding()).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void refusesAnEndpointThatWouldSendTheTokenInClear() {
        try (Realtime strict = Realtime.open(settings("https://api.crisp.chat/v1/"), time)) {
            assertThatThrownBy(() -> strict.connect(server.endpoint(), EVERYTHING, told))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("in clear");
        }
    }

    @Test
    void isNotHeldUpByAnotherConnectionsListener() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        realtime.connect(server.endpoint(), EVERYTHING, new Holding(held));
        server.accept().send("42[\"x\"]");

        authenticated();

        held.countDown();
    }

    private RealtimeConnection connect() {
        return realtime.connect(server.endpoint(), EVERYTHING, told);
    }

    private SocketServer.Peer authenticated() throws Exception {
        connect();
        return authenticate(server.accept());
    }

    private SocketServer.Peer authenticate(SocketServer.Peer peer) throws Exception {
        peer.send(HELLO);
        peer.receive();
        peer.send(CONNECTED);
        peer.receive();
        peer.send("42[\"authenticated\",true]");
        told.awaitAuthenticated();
        return peer;
    }

    private static ClientSettings settings(String apiUrl) {
        return new ClientSettings(
                URI.create(apiUrl),
                new Credentials(Tier.PLUGIN, "identifier", "secret-key"),
                new ClientSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30)),
                LONGEST,
                4,
                "test/1");
    }

    /** Throws at the first event. */
    private record Throwing(Told told) implements RealtimeListener {

        @Override
        public void authenticated() {
            told.authenticated();
        }

        @Override
        public void event(RealtimeEvent event) {
            throw new IllegalStateException("a fault of the listener");
        }

        @Override
        public void ended(Ending ending) {
            told.ended(ending);
        }
    }

    /** Holds the thread that reads the socket at the first event. */
    private record Holding(CountDownLatch released) implements RealtimeListener {

        @Override
        public void authenticated() {
            throw new AssertionError("not expected here");
        }

        @Override
        public void event(RealtimeEvent event) {
            try {
                released.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void ended(Ending ending) {
            // comes with the end of the test
        }
    }
}
