package dev.crispconnect.sink;

import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.sink.command.ArchiveMode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** Defines the settings of the sink: what they may be and what they do. */
final class SinkDefinition {

    private static final String COMMANDS = "Commands";
    /** What can be a part of a path; Crisp says whether it knows it. */
    private static final Pattern WEBSITE_ID = Pattern.compile("[a-zA-Z0-9-]*");

    private SinkDefinition() {}

    static ConfigDef make() {
        ConfigDef definition = ConnectionKeys.addTo(new ConfigDef());
        addWebsite(definition);
        addTopicCommands(definition);
        addNullValues(definition);
        addArchive(definition);
        DeliveryDefinition.addTo(definition);
        ResultsDefinition.addTo(definition);
        return definition;
    }

    private static void addWebsite(ConfigDef definition) {
        definition.define(
                SinkKeys.WEBSITE_ID,
                ConfigDef.Type.STRING,
                "",
                ConfigDef.LambdaValidator.with(SinkDefinition::ensureWebsite, () -> "a website id, or none"),
                Importance.HIGH,
                "Website (workspace) of the commands that do not name one in a field website_id of their value or key."
                        + " Without it such commands are refused.",
                COMMANDS,
                1,
                Width.MEDIUM,
                "Website id");
    }

    private static void ensureWebsite(String name, Object value) {
        if (value instanceof String id && !WEBSITE_ID.matcher(id).matches()) {
            throw new ConfigException(
                    name, value, "a website id is a UUID, such as 0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11");
        }
    }

    private static void addTopicCommands(ConfigDef definition) {
        definition.define(
                SinkKeys.TOPIC_COMMANDS,
                ConfigDef.Type.LIST,
                List.of(),
                new TopicCommands(),
                Importance.MEDIUM,
                "Command of the records that name none in a header or field, by topic, such as"
                        + " tickets.done:resolve_conversation,outbox:send_message. The records of other topics are of the"
                        + " command that the last segment of the topic names: crisp.commands.resolve.",
                COMMANDS,
                2,
                Width.LONG,
                "Commands by topic");
    }

    private static void addNullValues(ConfigDef definition) {
        Choice nulls = new Choice(List.of(NullValues.IGNORE.setting(), NullValues.FAIL.setting()));
        definition.define(
                SinkKeys.BEHAVIOR_ON_NULL_VALUES,
                ConfigDef.Type.STRING,
                NullValues.IGNORE.setting(),
                nulls,
                Importance.LOW,
                "What a record without a value does. 'ignore': nothing. 'fail': it is refused like any record that is no"
                        + " command.",
                COMMANDS,
                3,
                Width.SHORT,
                "Behavior on null values",
                nulls);
    }

    private static void addArchive(ConfigDef definition) {
        Choice modes = new Choice(
                Arrays.stream(ArchiveMode.values()).map(ArchiveMode::setting).toList());
        definition.define(
                SinkKeys.ARCHIVE_MODE,
                ConfigDef.Type.STRING,
                ArchiveMode.RESOLVE_AND_TAG.setting(),
                modes,
                Importance.MEDIUM,
                "What archive_conversation does, as Crisp has no archive. 'resolve_and_tag': the conversation gets the"
                        + " segment archived and is resolved. 'move_to_inbox': it is moved to archive.inbox.id and"
                        + " resolved. 'remove': it is removed with its messages, for good.",
                COMMANDS,
                4,
                Width.MEDIUM,
                "Archive mode",
                List.of(SinkKeys.ARCHIVE_INBOX_ID),
                modes);
        definition.define(
                SinkKeys.ARCHIVE_INBOX_ID,
                ConfigDef.Type.STRING,
                "",
                Importance.LOW,
                "Inbox that archived conversations are moved to; needed with archive.mode=move_to_inbox.",
                COMMANDS,
                5,
                Width.MEDIUM,
                "Archive inbox id");
    }
}
