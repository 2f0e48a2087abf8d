package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.access.Token;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client of Engine.IO and Socket.IO with the frames written by hand. It sits on a plain {@link WebSocketWire}: the JDK's own
 * WebSocket at times loses what comes right before the end of a connection.
 */
final class RealtimeClient implements AutoCloseable {

    /** The close code of a connection that ends without a close frame. */
    static final int CUT = WebSocketWire.CUT;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int protocol;
    private final WebSocketWire wire;

    private RealtimeClient(WebSocketWire wire, int protocol) {
        this.wire = wire;
        this.protocol = protocol;
    }

    /** A client of that Engine.IO revision to which nothing was said yet. */
    static RealtimeClient dial(Site site, int protocol) {
        return dial(site, "/p/1/", protocol);
    }

    static RealtimeClient dial(Site site, String path, int protocol) {
        return new RealtimeClient(WebSocketWire.open(url(site, path, protocol)).reading(), protocol);
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
        RealtimeClient client = new RealtimeClient(WebSocketWire.open(url(site, "/p/1/", 3)), 3);
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
        wire.send(frame);
    }

    /** One frame of Engine.IO in two of WebSocket. */
    void sendInTwo(String first, String second) {
        wire.sendInTwo(first, second);
    }

    void sendBinary(byte... frame) {
        wire.sendBinary(frame);
    }

    /** The next frame, which is waited for. */
    String next() {
        return wire.next();
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
        return wire.closeCode();
    }

    boolean isOpen() {
        return wire.isOpen();
    }

    /** Frames that came and were not looked at. */
    List<String> unread() {
        return wire.unread();
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
        wire.close();
    }
}
