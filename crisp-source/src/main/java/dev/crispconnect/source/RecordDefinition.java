package dev.crispconnect.source;

import dev.crispconnect.source.record.Echoes;
import dev.crispconnect.source.record.RecordStyle;
import dev.crispconnect.source.record.RecordStyle.MessageKey;
import dev.crispconnect.source.record.RecordStyle.Stamp;
import dev.crispconnect.source.record.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings that decide how records look. */
final class RecordDefinition {

    static final String MESSAGE_KEY = "message.key";
    static final String RECORD_TIMESTAMP = "record.timestamp";
    static final String ECHO_POLICY = "echo.policy";
    static final String ECHO_ORIGINS = "echo.origins";

    static final String MARK = "mark";
    static final String DROP = "drop";

    private static final String HOW = "How records look";

    private RecordDefinition() {}

    static void addTo(ConfigDef definition) {
        addShape(definition);
        addEchoes(definition);
        definition.define(
                SourceSettings.PEOPLE_DATA,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Whether contacts come with their custom data, in the field 'data'. Crisp keeps it apart, so it costs one"
                        + " more call for each changed contact, and one for each contact of the past: 10,000 contacts are"
                        + " 10,000 calls, a whole day of a website token. A change of the data alone is seen only if it"
                        + " moves the contact's time of change, which is not documented.",
                HOW,
                5,
                Width.SHORT,
                "Custom data of contacts");
    }

    private static void addShape(ConfigDef definition) {
        OneOf keys = new OneOf(wires(MessageKey.values()));
        OneOf stamps = new OneOf(wires(Stamp.values()));
        definition
                .define(
                        MESSAGE_KEY,
                        ConfigDef.Type.STRING,
                        wire(MessageKey.CONVERSATION),
                        keys,
                        Importance.MEDIUM,
                        "What messages are keyed by. 'conversation': website_id and session_id, so a conversation is on one"
                                + " partition, in order; compaction would keep its newest message only. 'message':"
                                + " website_id, session_id and fingerprint, for compacted topics; on more than one"
                                + " partition a conversation's messages are not in order then.",
                        HOW,
                        1,
                        Width.SHORT,
                        "Message key",
                        keys)
                .define(
                        RECORD_TIMESTAMP,
                        ConfigDef.Type.STRING,
                        wire(Stamp.BROKER),
                        stamps,
                        Importance.LOW,
                        "What the timestamp of a record tells. 'broker': when Kafka got it. 'event': when a message was"
                                + " written, or a conversation or contact last changed; operators and settings have no such"
                                + " time. Kafka deletes by timestamp: with 'event', records of the past that are older than"
                                + " the topic's retention.ms (7 days by default) are deleted soon after they were written,"
                                + " so raise it first. Times ahead of the worker's clock become the worker's. The time is"
                                + " in the value in any case.",
                        HOW,
                        2,
                        Width.SHORT,
                        "Record timestamp",
                        stamps);
    }

    private static void addEchoes(ConfigDef definition) {
        OneOf policies = new OneOf(MARK, DROP);
        definition
                .define(
                        ECHO_POLICY,
                        ConfigDef.Type.STRING,
                        MARK,
                        policies,
                        Importance.MEDIUM,
                        "What becomes of messages that the sink wrote, which come back through the source. 'mark': they"
                                + " carry the header crisp.echo. 'drop': they are not emitted; the conversation that they"
                                + " changed still is.",
                        HOW,
                        3,
                        Width.SHORT,
                        "Echo policy",
                        policies)
                .define(
                        ECHO_ORIGINS,
                        ConfigDef.Type.LIST,
                        List.of(Echoes.OF_OUR_SINK),
                        new EchoOrigins(),
                        Importance.LOW,
                        "By which origin such messages are known; an asterisk at the end stands for anything. The default"
                                + " is what the sink gives to messages whose command names no origin: if yours do, name"
                                + " it here.",
                        HOW,
                        4,
                        Width.LONG,
                        "Echo origins");
    }

    static RecordStyle style(AbstractConfig config, Topics topics) {
        return new RecordStyle(
                topics,
                MessageKey.valueOf(config.getString(MESSAGE_KEY).toUpperCase(Locale.ROOT)),
                Stamp.valueOf(config.getString(RECORD_TIMESTAMP).toUpperCase(Locale.ROOT)),
                new Echoes(
                        config.getList(ECHO_ORIGINS),
                        config.getString(ECHO_POLICY).equals(DROP)));
    }

    private static String[] wires(Enum<?>[] values) {
        return Arrays.stream(values).map(RecordDefinition::wire).toArray(String[]::new);
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
