package dev.crispconnect.sink;

import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.sink.command.ArchiveMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of the sink's own settings; {@link SinkDefinition} says what they do. */
final class SinkKeys {

    static final String WEBSITE_ID = "crisp.website.id";
    static final String TOPIC_COMMANDS = "topic.commands";
    static final String ARCHIVE_MODE = "archive.mode";
    static final String ARCHIVE_INBOX_ID = "archive.inbox.id";
    static final String BEHAVIOR_ON_NULL_VALUES = "behavior.on.null.values";
    static final String MAX_IN_FLIGHT = "max.in.flight";
    static final String MAX_BUFFERED_RECORDS = "max.buffered.records";
    static final String MAX_UNCOMMITTED_RECORDS = "max.uncommitted.records";
    static final String REMEMBERED_COMMAND_IDS = "remembered.command.ids";
    static final String LOOKUP_DELAY_MS = "lookup.delay.ms";
    static final String RETRY_DEADLINE_MS = "retry.deadline.ms";
    static final String RATE_LIMIT_REQUESTS_PER_SECOND = "rate.limit.requests.per.second";
    static final String QUOTA_REQUESTS_PER_DAY = "quota.requests.per.day";
    static final String RESULTS_TOPIC = "results.topic";
    static final String RESULTS_PRODUCER_PREFIX = "results.producer.";
    static final String RESULTS_BOOTSTRAP_SERVERS = RESULTS_PRODUCER_PREFIX + "bootstrap.servers";
    static final String RESULTS_KEY_CONVERTER = "results.key.converter";
    static final String RESULTS_VALUE_CONVERTER = "results.value.converter";

    private SinkKeys() {}

    /**
     * The settings that do not fit each other, as key and message.
     *
     * @param values parsed values by key; those absent or null are passed over
     */
    static Map<String, String> conflicts(Map<String, ?> values) {
        Map<String, String> conflicts = new LinkedHashMap<>(ConnectionKeys.conflicts(values));
        if (isSet(values.get(RESULTS_TOPIC)) && !isSet(values.get(RESULTS_BOOTSTRAP_SERVERS))) {
            conflicts.put(
                    RESULTS_BOOTSTRAP_SERVERS,
                    RESULTS_BOOTSTRAP_SERVERS + " must be set when " + RESULTS_TOPIC
                            + " is: a connector is not told its worker's brokers");
        }
        boolean moves = ArchiveMode.MOVE_TO_INBOX.setting().equals(values.get(ARCHIVE_MODE));
        if (moves != isSet(values.get(ARCHIVE_INBOX_ID)) && values.get(ARCHIVE_MODE) != null) {
            conflicts.put(
                    ARCHIVE_INBOX_ID,
                    moves
                            ? ARCHIVE_INBOX_ID + " must be set when " + ARCHIVE_MODE + " is "
                                    + ArchiveMode.MOVE_TO_INBOX.setting()
                            : ARCHIVE_INBOX_ID + " has no effect unless " + ARCHIVE_MODE + " is "
                                    + ArchiveMode.MOVE_TO_INBOX.setting());
        }
        return conflicts;
    }

    /**
     * The settings by which the sink would read what it writes itself, as key and message.
     *
     * @param properties as given, since what topics are read is Connect's own setting
     */
    static Map<String, String> loops(Map<String, String> properties) {
        String results = properties.getOrDefault(RESULTS_TOPIC, "").strip();
        if (results.isEmpty() || !ReadTopics.contain(results, properties)) {
            return Map.of();
        }
        return Map.of(
                RESULTS_TOPIC,
                "it is among the topics that are read: each result would be read as a command, and refused with another"
                        + " result");
    }

    static boolean isSet(Object value) {
        return value instanceof String text && !text.isBlank();
    }
}
