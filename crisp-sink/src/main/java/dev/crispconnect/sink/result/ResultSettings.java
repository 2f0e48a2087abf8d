package dev.crispconnect.sink.result;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

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

    private static final int MAX_REQUEST_SIZE = 1_048_576;
    private static final int OTHER_FIELDS = 16_384;

    public ResultSettings {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(value, "value");
        producer = Map.copyOf(producer);
    }

    /**
     * How long the answer to a look-up may be: half of what the producer sends at once, as converters that write JSON put a
     * backslash before each quotation mark, less a little for the other fields and the key.
     *
     * @throws org.apache.kafka.common.config.ConfigException when the producer's bound is no number
     */
    public int responseBytes() {
        Object bound = producer.getOrDefault(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_SIZE);
        int most = (Integer) ConfigDef.parseType(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, bound, ConfigDef.Type.INT);
        return (most - OTHER_FIELDS) / 2;
    }

    /** A converter by class name, and its configuration. */
    public record ConverterSettings(String className, Map<String, Object> configuration) {
        public ConverterSettings {
            configuration = Map.copyOf(configuration);
        }
    }
}
