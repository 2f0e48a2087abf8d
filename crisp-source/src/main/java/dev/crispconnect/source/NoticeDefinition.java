package dev.crispconnect.source;

import dev.crispconnect.source.feed.Aside;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings that decide what is told beside the feeds. */
final class NoticeDefinition {

    static final String NOTIFICATIONS_TOPIC = "notifications.topic";
    static final String HEARTBEAT_INTERVAL_MS = "heartbeat.interval.ms";
    static final String HEARTBEAT_TOPIC = "heartbeat.topic";

    private static final String WHAT = "What else is told";
    private static final String CONNECTOR = "${connector}";
    private static final long LONGEST_INTERVAL_MS = 86_400_000;
    private static final int LONGEST_TOPIC = 249;
    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9._-]");
    private static final String ANY_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private NoticeDefinition() {}

    static void addTo(ConfigDef definition) {
        definition
                .define(
                        NOTIFICATIONS_TOPIC,
                        ConfigDef.Type.STRING,
                        "",
                        new TopicName("", true),
                        Importance.LOW,
                        "Topic for notices that programs can act on: a backfill begins, goes on or is done, a gap opens or"
                                + " closes, polling stands in, the quota or the day's calls are used up or there are calls"
                                + " again, a website is set aside or read again. They hold no secret and no text. Empty"
                                + " for none.",
                        WHAT,
                        1,
                        Width.MEDIUM,
                        "Notifications topic")
                .define(
                        HEARTBEAT_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        0L,
                        Range.between(0, LONGEST_INTERVAL_MS),
                        Importance.LOW,
                        "Milliseconds without a record after which a unit emits a small one that stores its offset, so that"
                                + " a restart looks less far back and knows the calls that were spent, and somebody"
                                + " outside can see that it lives. It costs no call. 60000 is 1,440 records a day for an"
                                + " idle unit. 0 for none.",
                        WHAT,
                        2,
                        Width.SHORT,
                        "Heartbeat interval (ms)",
                        List.of(HEARTBEAT_TOPIC))
                .define(
                        HEARTBEAT_TOPIC,
                        ConfigDef.Type.STRING,
                        "__crisp-heartbeat." + CONNECTOR,
                        new TopicName(CONNECTOR, false),
                        Importance.LOW,
                        "Topic for heartbeats. ${connector} stands for the connector's name, with an underscore for each"
                                + " character that no topic may have. A day of retention is plenty.",
                        WHAT,
                        3,
                        Width.MEDIUM,
                        "Heartbeat topic",
                        new WhenBeating());
    }

    static Aside parse(AbstractConfig config, String connector) {
        String notices = config.getString(NOTIFICATIONS_TOPIC);
        String name = ILLEGAL.matcher(connector).replaceAll("_");
        String heartbeats = config.getString(HEARTBEAT_TOPIC).replace(CONNECTOR, name);
        return new Aside(
                notices.isEmpty() ? Optional.empty() : Optional.of(notices),
                Duration.ofMillis(config.getLong(HEARTBEAT_INTERVAL_MS)),
                heartbeats.substring(0, Math.min(heartbeats.length(), LONGEST_TOPIC)));
    }

    /**
     * Topics that would hold records of different schemas, as key and message.
     *
     * @param values parsed values by key; those absent or null, having an error of their own, are passed over
     */
    static Map<String, String> conflicts(Map<String, Object> values) {
        Map<String, String> conflicts = new LinkedHashMap<>();
        boolean beats = values.get(HEARTBEAT_INTERVAL_MS) instanceof Long interval && interval > 0;
        for (String key : beats ? List.of(NOTIFICATIONS_TOPIC, HEARTBEAT_TOPIC) : List.of(NOTIFICATIONS_TOPIC)) {
            if (values.get(key) instanceof String topic && isOfAFeed(topic, values)) {
                conflicts.put(key, "it must differ from the topics of the feeds, whose records have other schemas");
            }
        }
        if (beats
                && values.get(HEARTBEAT_TOPIC) instanceof String topic
                && topic.equals(values.get(NOTIFICATIONS_TOPIC))) {
            conflicts.put(HEARTBEAT_TOPIC, "it must differ from " + NOTIFICATIONS_TOPIC);
        }
        return conflicts;
    }

    private static boolean isOfAFeed(String topic, Map<String, Object> values) {
        if (!(values.get(SourceSettings.TOPIC_PATTERN) instanceof String pattern)
                || !(values.get(SourceSettings.FEEDS) instanceof List<?> feeds)) {
            return false;
        }
        return feeds.stream()
                .map(feed -> pattern.replace(TopicPattern.FEED, feed.toString()))
                .map(name -> Pattern.quote(name).replace(TopicPattern.WEBSITE_ID, "\\E" + ANY_UUID + "\\Q"))
                .anyMatch(topic::matches);
    }

    /** Shows the setting only where it has an effect. */
    private static final class WhenBeating implements ConfigDef.Recommender {

        @Override
        public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
            return List.of();
        }

        @Override
        public boolean visible(String name, Map<String, Object> parsedConfig) {
            return parsedConfig.get(HEARTBEAT_INTERVAL_MS) instanceof Long interval && interval > 0;
        }
    }
}
