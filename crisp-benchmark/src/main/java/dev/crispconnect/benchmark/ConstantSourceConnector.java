package dev.crispconnect.benchmark;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * A source that does nothing but hand over the same records again and again: what a worker can write at most of them. The
 * measure that the backfill is held against.
 */
public final class ConstantSourceConnector extends SourceConnector {

    static final String TOPIC = "topic";
    static final String RECORDS = "records";
    static final String SAMPLES = "samples";

    private Map<String, String> config = Map.of();

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void start(Map<String, String> props) {
        config = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ConstantSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(config);
    }

    @Override
    public void stop() {
        // holds nothing
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define(TOPIC, ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "Where the records go.")
                .define(RECORDS, ConfigDef.Type.INT, ConfigDef.Importance.HIGH, "How many there are.")
                .define(
                        SAMPLES,
                        ConfigDef.Type.STRING,
                        ConfigDef.Importance.HIGH,
                        "File with the records, one a line, as SampleRecord has them.");
    }
}
