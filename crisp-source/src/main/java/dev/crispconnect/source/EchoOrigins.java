package dev.crispconnect.source;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Accepts origins that tell some messages from others, with an asterisk at the end only, where alone it means anything. */
final class EchoOrigins implements ConfigDef.Validator {

    private static final String ANYTHING = "*";

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof List<?> origins) || origins.isEmpty()) {
            throw new ConfigException(name, value, "it must name at least one origin");
        }
        for (Object origin : origins) {
            String text = origin.toString();
            if (text.isBlank() || text.equals(ANYTHING)) {
                throw new ConfigException(name, origin, "every message would be taken for the sink's");
            }
            if (text.substring(0, text.length() - 1).contains(ANYTHING)) {
                throw new ConfigException(name, origin, "an asterisk stands for anything at the end only");
            }
        }
    }

    @Override
    public String toString() {
        return "origins, each with an asterisk at its end or none";
    }
}
