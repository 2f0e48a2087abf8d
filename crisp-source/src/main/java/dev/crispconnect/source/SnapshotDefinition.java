package dev.crispconnect.source;

import dev.crispconnect.source.feed.Snapshot;
import dev.crispconnect.source.position.Scope;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings that decide what is read of the past. */
final class SnapshotDefinition {

    static final String MODE = "snapshot.mode";
    static final String SINCE = "snapshot.since";
    static final String MESSAGES = "snapshot.messages";
    static final String REQUEST_ID = "snapshot.request.id";

    static final String INITIAL = "initial";
    static final String NONE = "none";

    private static final String ALL = "all";
    private static final String PAST = "The past";

    private SnapshotDefinition() {}

    static void addTo(ConfigDef definition) {
        addFirst(definition);
        addAgain(definition);
    }

    private static void addFirst(ConfigDef definition) {
        OneOf modes = new OneOf(INITIAL, NONE);
        definition
                .define(
                        MODE,
                        ConfigDef.Type.STRING,
                        INITIAL,
                        modes,
                        Importance.MEDIUM,
                        "What a website begins with. 'initial': its past is read once, newest first, with the calls that"
                                + " quota.reserve.percent leaves to it, while changes are followed. 'none': changes from"
                                + " now on alone; until a first record was emitted, now is the last start of the task. Of"
                                + " no effect on what has begun.",
                        PAST,
                        1,
                        Width.SHORT,
                        "Snapshot mode",
                        List.of(SINCE, MESSAGES, REQUEST_ID),
                        modes)
                .define(
                        SINCE,
                        ConfigDef.Type.STRING,
                        "",
                        new Moment(),
                        Importance.MEDIUM,
                        "Of the past only conversations and contacts that changed at or after this date or time, in"
                                + " ISO-8601; UTC unless it says otherwise. Such a conversation comes with its whole"
                                + " history, also with what is older. Empty: everything. Crisp lists no others where the"
                                + " workspace's plan lets lists of conversations be filtered by date; otherwise, and for"
                                + " contacts, they are listed and passed over, at a call for each 40 to 50. What has begun"
                                + " keeps to what was set then: to have it otherwise, ask for the past once more with"
                                + " snapshot.request.id.",
                        PAST,
                        2,
                        Width.MEDIUM,
                        "Snapshot since",
                        new WhenPast())
                .define(
                        MESSAGES,
                        ConfigDef.Type.STRING,
                        ALL,
                        new OneOf(ALL, NONE),
                        Importance.MEDIUM,
                        "Whether conversations of the past come with their messages, which cost a call for each"
                                + " conversation and each 39 messages. 'none': with those only that are written from the"
                                + " start on; 10,000 conversations cost about 210 calls then. What has begun keeps to what"
                                + " was set then.",
                        PAST,
                        3,
                        Width.SHORT,
                        "Snapshot messages",
                        new WhenPast(ALL, NONE));
    }

    private static void addAgain(ConfigDef definition) {
        definition.define(
                REQUEST_ID,
                ConfigDef.Type.STRING,
                "",
                new RequestId(),
                Importance.LOW,
                "Any text, such as today's date. When it becomes another one, the past is read and emitted once more, by"
                        + " the snapshot settings as they are then, while changes are followed as before; what comes a"
                        + " second time bears the headers crisp.via=backfill and crisp.op=update. It costs the calls that"
                        + " the first time cost. Where the past is still being read for the first time, that comes first."
                        + " Empty: asks for nothing.",
                PAST,
                4,
                Width.MEDIUM,
                "Snapshot request",
                new WhenPast());
    }

    static Snapshot parse(AbstractConfig config) {
        return new Snapshot(
                config.getString(MODE).equals(INITIAL),
                Moment.parse(config.getString(SINCE)).map(Instant::toEpochMilli).orElse(Scope.ALL),
                config.getString(MESSAGES).equals(ALL),
                config.getString(REQUEST_ID));
    }
}
