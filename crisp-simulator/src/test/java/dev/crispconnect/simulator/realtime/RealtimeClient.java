package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Token;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client of another make than the server's, with the frames written by hand. */
final class RealtimeClient implements AutoCloseable {

    /** The close code of a connection that ends without a close frame. */
    static final int CUT = 1006;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final int protocol;
    private final boolean reads;
    private final WebSocket socket;

    private RealtimeClient(URI url, int protocol, boolean reads) {
        this.protocol = protocol;
        this.reads = reads;
        this.socket = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(url, new Recorder())
                .join();
    }

    /** A client of that Engine.IO revision to which nothing was said yet. */
    static RealtimeClient dial(Site site, int protocol) {
        return dial(site, "/p/1/", protocol);
    }

    static RealtimeClient dial(Site site, String path, int protocol) {
        return new RealtimeClient(url(site, path, protocol), protocol, true);
    }

    /** A client that is connected to the root namespace. */
    static RealtimeClient connect(Site site, int protocol) {
        RealtimeClient client = dial(site, protocol);
        client.greet();
        return client;
    }

    /** A client of Engine.IO 4 that is authenticated for these events. */
    static RealtimeClient listening(Site site, Token token, String... events) {
        RealtimeClient client = connect(site, 4);
        client.authenticate(credentials(token, events));
        assertThat(client.next()).isEqualTo("42[\"authenticated\",true]");
        return client;
    }

    /** A client that sends whatever it is told to and takes nothing off the wire. */
    static RealtimeClient thatDoesNotRead(Site site, Token token, String event) {
        RealtimeClient client = new RealtimeClient(url(site, "/p/1/", 3), 3, false);
        client.authenticate(credentials(token, event));
        return client;
    }

    static URI url(Site site, String path, int protocol) {
        URI rest = site.simulator().url();
        return URI.create("ws://" + rest.getAuthority() + path + "?EIO=" + protocol + "&transport=websocket");
    }

    /** The fields of an authentication that is good. */
    static Map<String, Object> credentials(Token token, String... events) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tier", token.tier().wire());
        fields.put("username", token.identifier());
        fields.put("password", token.key());
        fields.put("events", List.of(events));
        return fields;
    }

    void authenticate(Map<String, Object> fields) {
        emit("authentication", fields);
    }

    void emit(String event, Object argument) {
        send("42" + text(List.of(event, argument)));
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    void sendBinary(byte... frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /** The next frame, which is waited for. */
    String next() {
        try {
            String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("a frame from the server").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next frame, which is to be an event: an array of its name and its payload. */
    JsonNode nextEvent() {
        String frame = next();
        assertThat(frame).startsWith("42");
        return json(frame.substring(2));
    }

    /** What is next to come is that event, about that thing (see {@link Happenings}). */
    void hears(String name, int number) {
        JsonNode event = nextEvent();
        assertThat(event.get(0).asText()).isEqualTo(name);
        assertThat(event.get(1).get("number").asInt()).isEqualTo(number);
    }

    /** The open packet. */
    JsonNode opened() {
        String frame = next();
        assertThat(frame).startsWith("0{");
        return json(frame.substring(1));
    }

    /** How the connection ends, which is waited for. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Frames that came and were not looked at. */
    List<String> unread() {
        return List.copyOf(frames);
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private void greet() {
        opened();
        if (protocol == 4) {
            send("40");
        }
        assertThat(next()).startsWith("40");
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Recorder implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            if (reads) {
                opened.request(1);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(CUT);
        }
    }
}
