package dev.crispconnect.source;

import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.source.record.Feed;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Declares the settings of the source: types, defaults, limits, docs. */
final class SourceDefinition {

    private static final String WHAT = "What is read";

    private SourceDefinition() {}

    static ConfigDef config() {
        ConfigDef definition = ConnectionKeys.addTo(new ConfigDef());
        WebsitesDefinition.addTo(definition);
        addWhat(definition);
        SnapshotDefinition.addTo(definition);
        PacingDefinition.addTo(definition);
        CaptureDefinition.addTo(definition);
        RecordDefinition.addTo(definition);
        BudgetDefinition.addTo(definition);
        return definition;
    }

    private static void addWhat(ConfigDef definition) {
        ValidFeeds feeds = new ValidFeeds();
        definition
                .define(
                        SourceSettings.FEEDS,
                        ConfigDef.Type.LIST,
                        Stream.of(Feed.CONVERSATIONS, Feed.MESSAGES, Feed.PEOPLE)
                                .map(Feed::wire)
                                .toList(),
                        feeds,
                        Importance.MEDIUM,
                        "What to emit: conversations, messages, people, operators, settings. A feed that is left out"
                                + " costs no calls, except that messages are found through the list of conversations."
                                + " Conversations or messages added later, beside the other of the two, would start with what"
                                + " changes from then on: that is refused until the offsets are reset or"
                                + " settings.change=accept.",
                        WHAT,
                        2,
                        Width.MEDIUM,
                        "Feeds",
                        List.of(
                                SourceSettings.POLL_INTERVAL_MS,
                                SourceSettings.PEOPLE_POLL_INTERVAL_MS,
                                SourceSettings.DIRECTORY_POLL_INTERVAL_MS),
                        feeds)
                .define(
                        SourceSettings.TOPIC_PATTERN,
                        ConfigDef.Type.STRING,
                        "crisp." + TopicPattern.FEED,
                        new TopicPattern(),
                        Importance.MEDIUM,
                        "Names the topics. ${feed} and ${website_id} stand for the record's own; without ${feed} only one"
                                + " feed can be read.",
                        WHAT,
                        3,
                        Width.MEDIUM,
                        "Topic pattern");
    }
}
