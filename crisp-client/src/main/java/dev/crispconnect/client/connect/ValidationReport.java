package dev.crispconnect.client.connect;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** What {@code Connector.validate} answers, while errors are still being added to it. For one thread. */
public final class ValidationReport {

    private final Config config;
    private final Map<String, ConfigValue> byKey = new HashMap<>();

    /** @param config what Connect found by the definition alone */
    public ValidationReport(Config config) {
        this.config = config;
        config.configValues().forEach(value -> byKey.put(value.name(), value));
    }

    /** The parsed values by key; null where one could not be parsed. */
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        byKey.forEach((key, value) -> values.put(key, value.value()));
        return values;
    }

    /** Puts an error on a setting, be it one of Connect's own, of which the definition knows nothing. */
    public void add(String key, String message) {
        byKey.computeIfAbsent(key, this::foreign).addErrorMessage(message);
    }

    private ConfigValue foreign(String key) {
        ConfigValue value = new ConfigValue(key);
        config.configValues().add(value);
        return value;
    }

    public void add(Finding finding) {
        add(finding.key(), finding.message());
    }

    /** Whether there is no error yet, so that the settings can be tried. */
    public boolean isClean() {
        return byKey.values().stream().allMatch(value -> value.errorMessages().isEmpty());
    }

    public Config config() {
        return config;
    }
}
