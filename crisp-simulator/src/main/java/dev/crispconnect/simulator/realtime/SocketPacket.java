package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import java.util.List;
import java.util.Optional;

/**
 * What an Engine.IO message carries (Socket.IO protocol, revisions 4 and 5, which agree on it but for the data of a refused
 * connect).
 *
 * @param namespace {@code /} unless another is named
 * @param id asks for an acknowledgement; {@link #NO_ID} for none
 * @param data JSON values: a list, a map or a string; null for none, and not read for the binary types
 */
record SocketPacket(Type type, String namespace, long id, Object data) {

    /** What it is for, with its digit. */
    enum Type {
        CONNECT('0'),
        DISCONNECT('1'),
        EVENT('2'),
        ACK('3'),
        CONNECT_ERROR('4'),
        BINARY_EVENT('5'),
        BINARY_ACK('6');

        private static final Type[] ALL = values();

        private final char digit;

        Type(char digit) {
            this.digit = digit;
        }

        /** The type of what begins like this, if there is one. */
        static Optional<Type> beginning(String text) {
            int place = text.isEmpty() ? -1 : text.charAt(0) - CONNECT.digit;
            return place < 0 || place >= ALL.length ? Optional.empty() : Optional.of(ALL[place]);
        }

        boolean isBinary() {
            return this == BINARY_EVENT || this == BINARY_ACK;
        }
    }

    static final String ROOT = "/";
    static final long NO_ID = -1;

    private static final int LONGEST_ID = 18;
    private static final String DATA_BEGINS = "[{\"";

    static SocketPacket of(Type type, String namespace, Object data) {
        return new SocketPacket(type, namespace, NO_ID, data);
    }

    /** An event with one argument, in the root namespace. */
    static SocketPacket event(String name, Object argument) {
        return of(Type.EVENT, ROOT, List.of(name, argument));
    }

    /** Reads a message; empty when it is no packet. */
    static Optional<SocketPacket> decode(String text) {
        return Type.beginning(text).flatMap(type -> decode(type, text));
    }

    private static Optional<SocketPacket> decode(Type type, String text) {
        if (type.isBinary()) {
            return Optional.of(of(type, ROOT, null));
        }
        int data = 1;
        String namespace = ROOT;
        if (text.startsWith("/", data)) {
            int comma = text.indexOf(',', data);
            int end = comma < 0 ? text.length() : comma;
            namespace = withoutQuery(text.substring(data, end));
            data = comma < 0 ? end : comma + 1;
        }
        return decode(type, namespace, text.substring(data));
    }

    private static Optional<SocketPacket> decode(Type type, String namespace, String rest) {
        int digits = 0;
        while (digits < rest.length() && rest.charAt(digits) >= '0' && rest.charAt(digits) <= '9') {
            digits++;
        }
        if (digits > LONGEST_ID) {
            return Optional.empty();
        }
        long id = digits == 0 ? NO_ID : Long.parseLong(rest.substring(0, digits));
        String data = rest.substring(digits);
        if (data.isEmpty()) {
            return Optional.of(new SocketPacket(type, namespace, id, null));
        }
        try {
            return DATA_BEGINS.indexOf(data.charAt(0)) < 0
                    ? Optional.empty()
                    : Optional.of(new SocketPacket(type, namespace, id, JsonCodec.parse(data, Object.class)));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /** The name of the event it carries, if it carries one. */
    Optional<String> eventName() {
        return type == Type.EVENT
                        && data instanceof List<?> list
                        && !list.isEmpty()
                        && list.get(0) instanceof String name
                ? Optional.of(name)
                : Optional.empty();
    }

    /** The first argument of the event; null when there is none. */
    Object argument() {
        return data instanceof List<?> list && list.size() > 1 ? list.get(1) : null;
    }

    String encode() {
        return type.digit
                + (namespace.equals(ROOT) ? "" : namespace + ",")
                + (id == NO_ID ? "" : Long.toString(id))
                + (data == null ? "" : JsonCodec.text(data));
    }

    private static String withoutQuery(String namespace) {
        int query = namespace.indexOf('?');
        return query < 0 ? namespace : namespace.substring(0, query);
    }
}
