package dev.crispconnect.sink.result;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.storage.Converter;

/**
 * Writes results by a Kafka producer of its own, idempotent and acknowledged by all replicas. The producer is made never to
 * wait: where it would, for metadata or for room in its buffer, the result is not taken.
 */
public final class KafkaResultTopic implements ResultTopic {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final ResultKeys keys;
    private final Converter values;

    KafkaResultTopic(ResultSettings settings, Producer<byte[], byte[]> producer) {
        this.topic = settings.topic();
        this.producer = producer;
        this.keys = new ResultKeys(settings.key());
        this.values = Converters.of(settings.value(), false);
    }

    /**
     * Opens the producer; it connects by itself.
     *
     * @param clientId names the producer unless the settings do
     * @throws org.apache.kafka.common.KafkaException when the settings make no producer or no converter
     */
    public static KafkaResultTopic open(ResultSettings settings, String clientId) {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                configuration(settings, clientId), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            return new KafkaResultTopic(settings, producer);
        } catch (RuntimeException unusableConverter) {
            // a converter is a stranger's code: whatever it throws, the producer's thread must not stay behind
            producer.close(Duration.ZERO);
            throw unusableConverter;
        }
    }

    static Map<String, Object> configuration(ResultSettings settings, String clientId) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        // as Connect's own producers: a topic made a moment ago refuses first batches, and with more in flight the
        // later
        // ones stay out of sequence until they expire
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        configuration.putAll(settings.producer());
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        return configuration;
    }

    @Override
    public Optional<Future<?>> offer(SinkRecord command, Supplier<Struct> made) {
        Struct result = made.get();
        byte[] key = keys.bytes(topic, command);
        byte[] value = values.fromConnectData(topic, result.schema(), result);
        Future<RecordMetadata> stored = producer.send(new ProducerRecord<>(topic, key, value));
        return stored.isDone() && wouldHaveWaited(stored) ? Optional.empty() : Optional.of(stored);
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }

    private static boolean wouldHaveWaited(Future<RecordMetadata> stored) {
        try {
            stored.get();
            return false;
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof TimeoutException;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
