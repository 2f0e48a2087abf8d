package dev.crispconnect.source.record;

import java.util.List;

/**
 * How records look, as far as that is a matter of choice.
 *
 * @param topics where they go
 * @param messageKey what messages are keyed by
 * @param timestamp what their timestamp tells
 * @param echoes which messages came from ourselves
 */
public record RecordStyle(Topics topics, MessageKey messageKey, Stamp timestamp, Echoes echoes) {

    /** What messages are keyed by. */
    public enum MessageKey {
        /** Their conversation: all of it on one partition, and so in order. */
        CONVERSATION,
        /** Themselves, so that a compacted topic keeps every message. */
        MESSAGE
    }

    /** What the timestamp of a record tells. */
    public enum Stamp {
        /** When Kafka got it. */
        BROKER,
        /** When it happened at Crisp. */
        EVENT
    }

    /** As the defaults of the settings are. */
    public static RecordStyle to(Topics topics) {
        return new RecordStyle(
                topics, MessageKey.CONVERSATION, Stamp.BROKER, new Echoes(List.of(Echoes.OF_OUR_SINK), false));
    }
}
