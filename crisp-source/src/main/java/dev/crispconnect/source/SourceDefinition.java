package dev.crispconnect.source;

import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.source.record.Feed;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Declares the settings of the source: types, defaults, limits, docs. */
final class SourceDefinition {

    private static final String WHAT = "What is read";
    private static final String WHEN = "How often";
    private static final long SECOND_MS = 1_000;
    private static final long HOUR_MS = 3_600_000;

    private SourceDefinition() {}

    static ConfigDef config() {
        ConfigDef definition = ConnectionKeys.addTo(new ConfigDef());
        WebsitesDefinition.addTo(definition);
        addWhat(definition);
        addIntervals(definition);
        addOverlap(definition);
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

    private static void addIntervals(ConfigDef definition) {
        definition
                .define(
                        SourceSettings.POLL_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        60 * SECOND_MS,
                        Range.between(SECOND_MS, 24 * HOUR_MS),
                        Importance.HIGH,
                        "Milliseconds from one look at changed conversations to the next, so the usual delay is half of"
                                + " it. A look costs one call of the token's daily quota, and one more per 50 changed"
                                + " conversations; each conversation with a new message costs one on top. 60000 is 1,440"
                                + " looks a day for each website; 15000 would be 5,760.",
                        WHEN,
                        1,
                        Width.SHORT,
                        "Poll interval (ms)",
                        new WhenRead(Feed.CONVERSATIONS, Feed.MESSAGES))
                .define(
                        SourceSettings.PEOPLE_POLL_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        300 * SECOND_MS,
                        Range.between(SECOND_MS, 24 * HOUR_MS),
                        Importance.MEDIUM,
                        "Milliseconds from one look at changed contacts to the next. A look costs one call, and one more"
                                + " per 50 changed contacts. 300000 is 288 looks a day for each website.",
                        WHEN,
                        2,
                        Width.SHORT,
                        "People poll interval (ms)",
                        new WhenRead(Feed.PEOPLE))
                .define(
                        SourceSettings.DIRECTORY_POLL_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        HOUR_MS,
                        Range.between(SECOND_MS, 24 * HOUR_MS),
                        Importance.LOW,
                        "Milliseconds from one look at operators and settings to the next. Crisp does not tell that they"
                                + " changed, so all of it is read and compared: one call for each of the two feeds."
                                + " 3600000 is 48 calls a day for each website with both.",
                        WHEN,
                        5,
                        Width.SHORT,
                        "Directory poll interval (ms)",
                        new WhenRead(Feed.OPERATORS, Feed.SETTINGS));
    }

    private static void addOverlap(ConfigDef definition) {
        definition
                .define(
                        SourceSettings.OVERLAP_MS,
                        ConfigDef.Type.LONG,
                        10 * SECOND_MS,
                        Range.between(0, HOUR_MS),
                        Importance.LOW,
                        "Milliseconds that each look reaches back behind the one before. Crisp's answers come from a"
                                + " cache, so a change may show late, and messages may bear a time a little in the past;"
                                + " what shows later than this is missed. What was emitted inside it is remembered in the"
                                + " offset, and not emitted again.",
                        WHEN,
                        3,
                        Width.SHORT,
                        "Overlap (ms)")
                .define(
                        SourceSettings.SAFETY_LAG_MS,
                        ConfigDef.Type.LONG,
                        2 * SECOND_MS,
                        Range.between(0, HOUR_MS),
                        Importance.LOW,
                        "Milliseconds by which the watermark stays behind Crisp's clock, which is told to the second"
                                + " only. Changes are emitted at once all the same; this much more is looked at again.",
                        WHEN,
                        4,
                        Width.SHORT,
                        "Safety lag (ms)");
    }
}
