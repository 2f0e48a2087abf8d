package dev.crispconnect.simulator.realtime;

import java.util.Optional;

/**
 * What one text frame carries: a digit for its type and data for the layer above (Engine.IO protocol, revisions 3 and 4,
 * which agree on it).
 *
 * @param data empty when there is none
 */
record EnginePacket(Type type, String data) {

    /** What it is for, with its digit. */
    enum Type {
        OPEN('0'),
        CLOSE('1'),
        PING('2'),
        PONG('3'),
        MESSAGE('4'),
        UPGRADE('5'),
        NOOP('6');

        private static final Type[] ALL = values();

        private final char digit;

        Type(char digit) {
            this.digit = digit;
        }

        /** The type of what begins like this, if there is one. */
        static Optional<Type> beginning(String frame) {
            int place = frame.isEmpty() ? -1 : frame.charAt(0) - OPEN.digit;
            return place < 0 || place >= ALL.length ? Optional.empty() : Optional.of(ALL[place]);
        }
    }

    static EnginePacket of(Type type) {
        return new EnginePacket(type, "");
    }

    /** Reads a frame; empty when it is no packet. */
    static Optional<EnginePacket> decode(String frame) {
        return Type.beginning(frame).map(type -> new EnginePacket(type, frame.substring(1)));
    }

    String encode() {
        return type.digit + data;
    }
}
