package dev.crispconnect.client.realtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.crispconnect.client.json.JsonBody;
import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Engine.IO 4 and Socket.IO 5 packets as text frames, of the root namespace. Pure; reading never throws. */
final class PacketCodec {

    /** Opens the root namespace. */
    static final String CONNECT = "40";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private PacketCodec() {}

    /** Answers a heartbeat. */
    static String pong(Packet.Ping ping) {
        return "3" + ping.data();
    }

    /** Emits an event with one argument. */
    static String event(String name, Map<String, ?> argument) {
        return "42" + JsonBody.of(List.of(name, argument));
    }

    /** What a text frame says. */
    static Packet read(String frame) {
        if (frame.isEmpty()) {
            return new Packet.Unintelligible("an empty frame");
        }
        String rest = frame.substring(1);
        return switch (frame.charAt(0)) {
            case '0' -> open(rest);
            case '1' -> new Packet.Goodbye();
            case '2' -> new Packet.Ping(rest);
            case '3', '5', '6' -> new Packet.Ignored();
            case '4' -> message(rest);
            case 'b' -> new Packet.Unintelligible("a binary packet");
            default -> new Packet.Unintelligible("a frame that is no packet");
        };
    }

    private static Packet open(String json) {
        Map<?, ?> fields = object(json);
        return fields == null
                ? new Packet.Unintelligible("a hello that is no object")
                : new Packet.Open(millis(fields.get("pingInterval")), millis(fields.get("pingTimeout")));
    }

    private static Packet message(String text) {
        if (text.isEmpty()) {
            return new Packet.Unintelligible("an empty packet");
        }
        char type = text.charAt(0);
        if (type == '5' || type == '6') {
            return new Packet.Unintelligible("a binary packet");
        }
        if (text.startsWith("/", 1)
                && !text.startsWith("/,", 1)
                && !text.substring(1).equals("/")) {
            return new Packet.Ignored();
        }
        String rest = text.substring(text.startsWith("/,", 1) ? 3 : 1);
        return switch (type) {
            case '0' -> new Packet.Connected();
            case '1' -> new Packet.Goodbye();
            case '2' -> event(rest);
            case '3' -> new Packet.Ignored();
            case '4' -> refused(rest);
            default -> new Packet.Unintelligible("a packet of no known type");
        };
    }

    private static Packet refused(String json) {
        Map<?, ?> fields = object(json);
        return new Packet.ConnectRefused(
                fields != null && fields.get("message") instanceof String message ? message : null);
    }

    /** The argument is cut out rather than written anew, so that it stays as it came. */
    private static Packet event(String text) {
        String json = text.substring(acknowledgementDigits(text));
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.VALUE_STRING) {
                return new Packet.Unintelligible("an event without a name");
            }
            String name = parser.getText();
            boolean alone = parser.nextToken() == JsonToken.END_ARRAY;
            String argument = alone ? null : cut(json, parser);
            while (!alone && parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
            }
            return parser.nextToken() == null
                    ? new Packet.Event(name, argument)
                    : new Packet.Unintelligible("an event with something behind it");
        } catch (IOException malformed) {
            // dropped: Jackson quotes what it read in its messages
            return new Packet.Unintelligible("an event that is not JSON");
        }
    }

    private static String cut(String json, JsonParser parser) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return json.substring(from, (int) parser.currentLocation().getCharOffset())
                .strip();
    }

    private static int acknowledgementDigits(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    private static Map<?, ?> object(String json) {
        try {
            return JsonText.read(json) instanceof Map<?, ?> fields ? fields : null;
        } catch (JsonTextException malformed) {
            return null;
        }
    }

    private static Duration millis(Object value) {
        return value instanceof Long millis && millis > 0 ? Duration.ofMillis(millis) : null;
    }
}
