package dev.crispconnect.sink.result;

import java.util.Map;
import java.util.Objects;

/**
 * Where results go and how.
 *
 * @param topic name of the topic
 * @param producer overrides of the producer's configuration, {@code bootstrap.servers} among them
 * @param key how keys become bytes; null for {@link ResultKeys}' own way
 * @param value how values become bytes
 */
public record ResultSettings(
        String topic, Map<String, Object> producer, ConverterSettings key, ConverterSettings value) {

    public ResultSettings {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(value, "value");
        producer = Map.copyOf(producer);
    }

    /** A converter by class name, and its configuration. */
    public record ConverterSettings(String className, Map<String, Object> configuration) {
        public ConverterSettings {
            configuration = Map.copyOf(configuration);
        }
    }
}
