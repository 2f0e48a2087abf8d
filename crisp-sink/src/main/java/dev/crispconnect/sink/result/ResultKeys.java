package dev.crispconnect.sink.result;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.storage.Converter;

/**
 * The key of a result: that of its command, so that both lie in partitions of the same number where the topics have as
 * many. Unless a converter is configured, text stays text, bytes stay bytes, and structs and maps become JSON.
 */
final class ResultKeys {

    private final Converter configured;
    private final Converter json;

    /** @param settings null for the own way */
    ResultKeys(ResultSettings.ConverterSettings settings) {
        configured = settings == null ? null : Converters.of(settings, true);
        json = settings == null
                ? Converters.of(new ResultSettings.ConverterSettings(Converters.JSON, Map.of()), true)
                : null;
    }

    /** Null for a command without a key. */
    byte[] bytes(String topic, SinkRecord command) {
        if (configured != null) {
            return configured.fromConnectData(topic, command.keySchema(), command.key());
        }
        if (command.key() == null) {
            return null;
        }
        if (command.key() instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return command.key() instanceof byte[] bytes
                ? bytes
                : json.fromConnectData(topic, command.keySchema(), command.key());
    }
}
