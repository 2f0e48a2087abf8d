package dev.crispconnect.source;

import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.source.record.Echoes;
import dev.crispconnect.source.record.Feed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings that do not fit each other. What somebody asks for and would not get is an error; what merely tunes something
 * that is not read is hidden instead, as templates of configurations set it anyway. Pure.
 */
final class SourceRules {

    private final Map<String, Object> values;
    private final Map<String, String> conflicts;

    private SourceRules(Map<String, Object> values) {
        this.values = values;
        this.conflicts = new LinkedHashMap<>(ConnectionKeys.conflicts(values));
    }

    /**
     * As key and message, for {@code Connector.validate} to put on the key.
     *
     * @param values parsed values by key; those absent or null, having an error of their own, are passed over
     */
    static Map<String, String> conflicts(Map<String, Object> values) {
        SourceRules rules = new SourceRules(values);
        rules.checkTopics();
        rules.checkWebsites();
        rules.checkFeeds();
        rules.checkPast();
        return rules.conflicts;
    }

    private void checkTopics() {
        if (values.get(SourceSettings.FEEDS) instanceof List<?> feeds
                && values.get(SourceSettings.TOPIC_PATTERN) instanceof String pattern
                && feeds.size() > 1
                && !pattern.contains(TopicPattern.FEED)) {
            conflicts.put(
                    SourceSettings.TOPIC_PATTERN,
                    "it must contain " + TopicPattern.FEED + ", as feeds of different schemas would share a topic");
        }
    }

    private void checkWebsites() {
        if (!(values.get(SourceSettings.WEBSITE_IDS) instanceof List<?> websites)
                || !(values.get(ConnectionKeys.TOKEN_TIER) instanceof String tier)) {
            return;
        }
        if (tier.equalsIgnoreCase("website") && websites.size() > 1) {
            conflicts.put(
                    SourceSettings.WEBSITE_IDS,
                    "a token of tier 'website' reaches one workspace: run one connector each, or use a plugin token");
        }
        if (!tier.equalsIgnoreCase("plugin") && websites.isEmpty()) {
            conflicts.put(
                    SourceSettings.WEBSITE_IDS,
                    "it must name at least one website: only a token of tier 'plugin' can list its websites itself");
        }
    }

    private void checkFeeds() {
        if (!(values.get(SourceSettings.FEEDS) instanceof List<?> feeds)) {
            return;
        }
        if (!reads(feeds, Feed.PEOPLE)) {
            refuse(SourceSettings.PEOPLE_DATA, true, "it needs the feed people, which is not read");
        }
        if (!reads(feeds, Feed.MESSAGES)) {
            String messages = "it is about messages, which are not read: add the feed, or leave this out";
            refuse(RecordDefinition.MESSAGE_KEY, "message", messages);
            refuse(RecordDefinition.ECHO_POLICY, RecordDefinition.DROP, messages);
            if (values.get(RecordDefinition.ECHO_ORIGINS) instanceof List<?> origins
                    && !origins.equals(List.of(Echoes.OF_OUR_SINK))) {
                conflicts.put(RecordDefinition.ECHO_ORIGINS, messages);
            }
        }
        if (!reads(feeds, Feed.CONVERSATIONS, Feed.MESSAGES, Feed.PEOPLE)) {
            refuse(
                    RecordDefinition.RECORD_TIMESTAMP,
                    "event",
                    "operators and settings have no time of their own: the timestamp can be the broker's only");
        }
    }

    private void checkPast() {
        if (SnapshotDefinition.NONE.equals(values.get(SnapshotDefinition.MODE))) {
            refusePast("nothing of the past is read with " + SnapshotDefinition.MODE + "=" + SnapshotDefinition.NONE
                    + ": set that to " + SnapshotDefinition.INITIAL + ", or leave this out");
        } else if (values.get(SourceSettings.FEEDS) instanceof List<?> feeds
                && !reads(feeds, Feed.CONVERSATIONS, Feed.MESSAGES, Feed.PEOPLE)) {
            refusePast("operators and settings have no past: add a feed that has one, or leave this out");
        } else if (values.get(SourceSettings.FEEDS) instanceof List<?> feeds && !reads(feeds, Feed.MESSAGES)) {
            refuse(
                    SnapshotDefinition.MESSAGES,
                    SnapshotDefinition.NONE,
                    "it is about messages, which are not read: add the feed, or leave this out");
        }
    }

    private void refusePast(String why) {
        refuse(SnapshotDefinition.MESSAGES, SnapshotDefinition.NONE, why);
        for (String key : List.of(SnapshotDefinition.SINCE, SnapshotDefinition.REQUEST_ID)) {
            if (values.get(key) instanceof String text && !text.isEmpty()) {
                conflicts.put(key, why);
            }
        }
    }

    private static boolean reads(List<?> feeds, Feed... any) {
        return Stream.of(any).map(Feed::wire).anyMatch(feeds::contains);
    }

    private void refuse(String key, Object value, String why) {
        if (value.equals(values.get(key))) {
            conflicts.put(key, why);
        }
    }
}
