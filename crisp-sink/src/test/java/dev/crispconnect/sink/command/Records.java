package dev.crispconnect.sink.command;

import org.apache.kafka.connect.sink.SinkRecord;

/** Records as a worker brings them. */
public final class Records {

    public static final String WEBSITE = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    public static final String SESSION = "session_3f0c2a57-5a0d-4e0b-8d0e-5c1b7a9f1e10";

    private Records() {}

    /** A record of topic {@code commands}, partition 0, offset 7, with that value and no key. */
    public static SinkRecord of(Object value) {
        return of(null, value, 7);
    }

    public static SinkRecord of(Object key, Object value, long offset) {
        return of("commands", key, value, offset);
    }

    public static SinkRecord of(String topic, Object key, Object value, long offset) {
        return new SinkRecord(topic, 0, null, key, null, value, offset);
    }

    /** What a step of a command leaves, by which it is found again. */
    public static long mark(String commandId, String step) {
        return Fingerprint.of(commandId, step);
    }
}
