package dev.crispconnect.client.realtime;

import java.time.Duration;

/** What the server says, as Engine.IO 4 and Socket.IO 5 have it (Crisp API reference, section 5.2). */
sealed interface Packet {

    /** Hello. A bound is null when none was told. */
    record Open(Duration pingInterval, Duration pingTimeout) implements Packet {}

    /** The heartbeat, to be answered with the same data. */
    record Ping(String data) implements Packet {}

    /** The namespace is open. */
    record Connected() implements Packet {}

    /** The namespace is refused. The message may be null. */
    record ConnectRefused(String message) implements Packet {}

    /** Good-bye, by either protocol. */
    record Goodbye() implements Packet {}

    /**
     * Something happened.
     *
     * @param argument its first argument as JSON text, exactly as it came; null when it has none
     */
    record Event(String name, String argument) implements Packet {

        /** Shows nothing of what happened. */
        @Override
        public String toString() {
            return "Event[]";
        }
    }

    /** What need not concern this client. */
    record Ignored() implements Packet {}

    /** What this client can make nothing of; in words of our own. */
    record Unintelligible(String what) implements Packet {}
}
