package dev.crispconnect.source;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** A closed set of values: recommended to those who fill in a form, and checked. */
final class OneOf implements ConfigDef.Validator, ConfigDef.Recommender {

    private final List<String> values;

    OneOf(String... values) {
        this.values = List.of(values);
    }

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String text) || !values.contains(text)) {
            throw new ConfigException(name, value, "it must be one of " + values);
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.copyOf(values);
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return true;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
