package dev.crispconnect.source;

import dev.crispconnect.source.capture.CaptureSettings.Mode;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** Shows a setting only where Crisp tells of changes, as it has no effect elsewhere. */
final class WhenRealtime implements ConfigDef.Recommender {

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.of();
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return !Mode.POLLING.wire().equals(parsedConfig.get(CaptureDefinition.CAPTURE_MODE));
    }
}
