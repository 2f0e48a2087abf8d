package dev.crispconnect.source;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** A short text, as it is in every offset. */
final class RequestId implements ConfigDef.Validator {

    private static final int LONGEST = 100;

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text)
                || text.length() > LONGEST
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new ConfigException(name, value, "it must have " + LONGEST + " characters at most, on one line");
        }
    }

    @Override
    public String toString() {
        return "at most " + LONGEST + " characters";
    }
}
