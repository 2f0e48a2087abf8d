package dev.crispconnect.sink.command;

import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Turns a record into a command. The value is a Struct, a Map, or text or bytes that hold a JSON object. Pure: the same
 * record makes the same command, and no record makes it throw.
 */
public final class CommandParser {

    /** Header that names the command. */
    public static final String COMMAND_HEADER = "crisp.command";

    /** Header that gives the command its id. */
    public static final String ID_HEADER = "crisp.command.id";

    private static final int LONGEST_ID = 256;

    private final Map<String, String> commandByTopic;
    private final CommandSettings settings;

    /**
     * A parser for the records of one connector.
     *
     * @param commandByTopic name of the command for records that do not name one, by original topic
     */
    public CommandParser(Map<String, String> commandByTopic, CommandSettings settings) {
        this.commandByTopic = Map.copyOf(commandByTopic);
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * A parser for a connector whose settings are the defaults: it writes no results, and so refuses look-ups.
     *
     * @param defaultWebsiteId website of the records that do not name one; empty for none
     */
    public CommandParser(Map<String, String> commandByTopic, String defaultWebsiteId) {
        this(commandByTopic, CommandSettings.of(defaultWebsiteId));
    }

    /**
     * Reads a record.
     *
     * @param at its original coordinates
     */
    public Parsed parse(SinkRecord record, Coordinates at) {
        if (record.value() == null) {
            return new Parsed.Tombstone();
        }
        String id = at.toString();
        CommandType type = null;
        try {
            Object body = body(record.value());
            id = commandId(record, body, id);
            type = type(record, body, at.topic());
            Fields fields = new Fields(type.fields().read(body), new RecordKey(record.key()), settings);
            Command command = type.reader().read(fields);
            return new Parsed.Accepted(id, command, command.begin(id));
        } catch (Mistake | IllegalArgumentException mistake) {
            // the client refuses ids that could reach another route, without repeating them
            return new Parsed.Rejected(id, type == null ? null : type.name(), mistake.getMessage());
        }
    }

    private static Object body(Object value) throws Mistake {
        String text = RecordText.of(value);
        Object body = text == null ? value : json(text);
        if (body instanceof Struct || body instanceof Map) {
            return body;
        }
        throw Mistake.of("expected the value to be an object, found " + Kinds.describe(body));
    }

    private static Object json(String text) throws Mistake {
        try {
            return JsonText.read(text);
        } catch (JsonTextException refused) {
            throw refused.field().isPresent()
                    ? Mistake.of(refused.field().get(), refused.getMessage())
                    : Mistake.of(refused.getMessage());
        }
    }

    private static String commandId(SinkRecord record, Object body, String coordinates) throws Mistake {
        Object given = header(record, ID_HEADER);
        String where = "header '" + ID_HEADER + "'";
        if (given == null) {
            given = Names.find(body, "command_id");
            where = "field 'command_id'";
        }
        if (given == null) {
            return coordinates;
        }
        String id = isWhole(given) ? given.toString() : RecordText.of(given);
        if (id == null || id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw Mistake.of(where + ": expected text of 1 to " + LONGEST_ID + " printable characters, found "
                    + (id == null ? Kinds.describe(given) : "other text"));
        }
        return id;
    }

    /** Workers read a header of digits as a number, unless their header converter is changed. */
    private static boolean isWhole(Object given) {
        return given instanceof Long || given instanceof Integer || given instanceof Short || given instanceof Byte;
    }

    private CommandType type(SinkRecord record, Object body, String topic) throws Mistake {
        Object given = header(record, COMMAND_HEADER);
        String where = "header '" + COMMAND_HEADER + "'";
        if (given == null) {
            given = Names.find(body, "command");
            where = "field 'command'";
        }
        if (given == null) {
            given = commandByTopic.get(topic);
            where = "setting topic.commands";
        }
        return given == null ? byLastSegment(topic) : named(given, where);
    }

    private static CommandType named(Object given, String where) throws Mistake {
        String name = RecordText.of(given);
        if (name == null) {
            throw Mistake.of(where + ": expected text, found " + Kinds.describe(given));
        }
        CommandType type = Commands.find(name);
        if (type == null) {
            throw Mistake.of(where + ": unknown command '" + Mistake.shown(name) + "'"
                    + Names.suggestion(Names.snakeCase(name), Commands.names()));
        }
        return type;
    }

    private static CommandType byLastSegment(String topic) throws Mistake {
        String segment = topic.substring(topic.lastIndexOf('.') + 1);
        CommandType type = Commands.find(segment);
        if (type == null) {
            throw Mistake.of("no command: set the header '" + COMMAND_HEADER + "', the field 'command' or the setting"
                    + " topic.commands, or let the topic end in a command's name"
                    + Names.suggestion(Names.snakeCase(segment), Commands.names()));
        }
        return type;
    }

    private static Object header(SinkRecord record, String name) {
        Header header = record.headers().lastWithName(name);
        return header == null ? null : header.value();
    }
}
