package dev.crispconnect.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Runs commands from topics against Crisp. Every task has the same settings, but for its share of what the connector may
 * spend; the worker spreads the partitions.
 */
public final class CrispSinkConnector extends SinkConnector {

    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return Version.OF_THIS_BUILD;
    }

    @Override
    public ConfigDef config() {
        return SinkDefinition.make();
    }

    /** Puts errors on each setting that is wrong, and on those that do not fit each other. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config config = super.validate(connectorConfigs);
        Map<String, Object> values = new LinkedHashMap<>();
        config.configValues().forEach(value -> values.put(value.name(), value.value()));
        Map<String, String> conflicts = SinkKeys.conflicts(values);
        for (ConfigValue value : config.configValues()) {
            String conflict = conflicts.get(value.name());
            if (conflict != null) {
                value.addErrorMessage(conflict);
            }
        }
        PollInterval.flaw(connectorConfigs).ifPresent(config.configValues()::add);
        return config;
    }

    @Override
    public void start(Map<String, String> props) {
        properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return CrispSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Shares.of(properties, maxTasks);
    }

    @Override
    public void stop() {
        // nothing runs here
    }
}
