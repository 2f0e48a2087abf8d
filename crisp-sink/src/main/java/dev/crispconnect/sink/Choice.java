package dev.crispconnect.sink;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** What a setting may be that is one of a few words. */
record Choice(List<String> words) implements ConfigDef.Validator, ConfigDef.Recommender {

    @Override
    public void ensureValid(String name, Object value) {
        if (!words.contains(value)) {
            throw new ConfigException(name, value, "it must be one of " + words);
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.copyOf(words);
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return true;
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
