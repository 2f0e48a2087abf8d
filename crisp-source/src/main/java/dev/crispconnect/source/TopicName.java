package dev.crispconnect.source;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Accepts names of single topics.
 *
 * @param variable what may stand in it for a name; empty for nothing
 * @param optional whether it may be empty
 */
record TopicName(String variable, boolean optional) implements ConfigDef.Validator {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    @Override
    public void ensureValid(String name, Object value) {
        String text = String.valueOf(value);
        if (text.isEmpty() && optional) {
            return;
        }
        String topic = variable.isEmpty() ? text : text.replace(variable, "x");
        if (!LEGAL.matcher(topic).matches() || ".".equals(topic) || "..".equals(topic)) {
            throw new ConfigException(
                    name,
                    value,
                    "topic names have up to 249 letters, digits, dots, underscores and hyphens"
                            + (variable.isEmpty() ? "" : "; the variable is " + variable));
        }
    }

    @Override
    public String toString() {
        return "a topic name" + (variable.isEmpty() ? "" : " with " + variable + " as variable")
                + (optional ? ", or empty" : "");
    }
}
