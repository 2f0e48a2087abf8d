package dev.crispconnect.source;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** Shows a setting only where the past is read, as it has no effect elsewhere; some have a closed set of values. */
final class WhenPast implements ConfigDef.Recommender {

    private final List<Object> values;

    WhenPast(String... values) {
        this.values = List.of((Object[]) values);
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return values;
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return !SnapshotDefinition.NONE.equals(parsedConfig.get(SnapshotDefinition.MODE));
    }
}
