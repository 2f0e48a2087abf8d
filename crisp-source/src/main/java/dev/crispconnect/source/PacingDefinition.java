package dev.crispconnect.source;

import dev.crispconnect.source.record.Feed;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The settings that decide when to look, and how far back. */
final class PacingDefinition {

    private static final String WHEN = "How often";
    private static final long SECOND_MS = 1_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long DERIVED = 0;

    private PacingDefinition() {}

    static void addTo(ConfigDef definition) {
        addIntervals(definition);
        addHearing(definition);
        addOverlap(definition);
    }

    private static void addIntervals(ConfigDef definition) {
        definition
                .define(
                        SourceSettings.POLL_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        DERIVED,
                        new Interval(),
                        Importance.MEDIUM,
                        "Milliseconds from one look at changed conversations to the next while changes are not heard of,"
                                + " so the usual delay is half of it. A look costs one call of the token's daily quota, and"
                                + " one more per 50 changed conversations; each conversation with a new message costs one on"
                                + " top. 60000 is 1,440 looks a day for each website; 15000 would be 5,760. 0: as often as"
                                + " what is left of the day's calls allows, every 43 seconds for one website with its own"
                                + " token.",
                        WHEN,
                        1,
                        Width.SHORT,
                        "Poll interval (ms)",
                        new WhenRead(Feed.CONVERSATIONS, Feed.MESSAGES))
                .define(
                        SourceSettings.PEOPLE_POLL_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        DERIVED,
                        new Interval(),
                        Importance.LOW,
                        "Milliseconds from one look at changed contacts to the next while changes are not heard of. A"
                                + " look costs one call, and one more per 50 changed contacts. 300000 is 288 looks a day for"
                                + " each website. 0: as often as what is left of the day's calls allows.",
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

    private static void addHearing(ConfigDef definition) {
        definition
                .define(
                        SourceSettings.REFRESH_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        DERIVED,
                        new Interval(),
                        Importance.MEDIUM,
                        "Milliseconds from one look to the next while events tell that something changed that they do not"
                                + " tell whole: conversations and contacts. Messages come with their events and wait for"
                                + " nothing. One call serves 50 changed conversations. 0: as often as what is left of the"
                                + " day's calls allows, at most every 5 seconds.",
                        WHEN,
                        6,
                        Width.SHORT,
                        "Refresh interval (ms)",
                        new WhenRealtime())
                .define(
                        SourceSettings.AUDIT_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        DERIVED,
                        new Interval(),
                        Importance.LOW,
                        "Milliseconds from one look to the next while changes are heard of and nothing calls for a look: it"
                                + " finds what was never told. A look that finds nothing costs one call for conversations"
                                + " and one for contacts. 0: every 10 minutes for conversations and every 30 for contacts,"
                                + " less often when little is left of the day's calls.",
                        WHEN,
                        7,
                        Width.SHORT,
                        "Audit interval (ms)",
                        new WhenRealtime());
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

    /** A second to a day, or 0 to have it derived. */
    private static final class Interval implements ConfigDef.Validator {

        private final ConfigDef.Validator range = Range.between(SECOND_MS, 24 * HOUR_MS);

        @Override
        public void ensureValid(String name, Object value) {
            if (value instanceof Long millis && millis == DERIVED) {
                return;
            }
            try {
                range.ensureValid(name, value);
            } catch (ConfigException outside) {
                throw new ConfigException(name, value, outside.getMessage() + ", or be 0 to have it derived");
            }
        }

        @Override
        public String toString() {
            return "0, or [" + SECOND_MS + ",...," + 24 * HOUR_MS + "]";
        }
    }
}
