package dev.crispconnect.sink;

import dev.crispconnect.sink.command.Commands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The setting {@code topic.commands}: pairs of a topic and the command of its records. */
final class TopicCommands implements ConfigDef.Validator {

    @Override
    public void ensureValid(String name, Object value) {
        for (Object pair : (List<?>) value) {
            String[] parts = split((String) pair);
            if (parts.length != 2 || parts[0].isEmpty()) {
                throw new ConfigException(name, pair, "it must be pairs such as tickets.done:resolve_conversation");
            }
            if (!Commands.names().contains(parts[1])) {
                throw new ConfigException(
                        name, pair, "the commands are " + String.join(", ", new TreeSet<>(Commands.names())));
            }
        }
    }

    @Override
    public String toString() {
        return "topic:command, ...";
    }

    /** The command by topic, of a list that was found valid. */
    static Map<String, String> parse(List<String> pairs) {
        Map<String, String> commands = new HashMap<>();
        pairs.forEach(pair -> commands.put(split(pair)[0], split(pair)[1]));
        return commands;
    }

    private static String[] split(String pair) {
        String[] parts = pair.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
        }
        return parts;
    }
}
