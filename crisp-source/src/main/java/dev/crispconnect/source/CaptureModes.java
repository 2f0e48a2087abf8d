package dev.crispconnect.source;

import dev.crispconnect.source.capture.CaptureSettings.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The ways of hearing of a change: recommended to those who fill in a form, and checked. */
final class CaptureModes implements ConfigDef.Validator, ConfigDef.Recommender {

    private static final List<String> ALL =
            Arrays.stream(Mode.values()).map(Mode::wire).toList();

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof String mode) || !ALL.contains(mode)) {
            throw new ConfigException(name, value, "it must be one of " + ALL);
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.copyOf(ALL);
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return true;
    }

    @Override
    public String toString() {
        return "one of " + ALL;
    }
}
