package dev.crispconnect.sink.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import dev.crispconnect.sink.command.Records;
import dev.crispconnect.sink.result.ResultSettings.ConverterSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class KafkaResultTopicTest {

    private static final ConverterSettings JSON = new ConverterSettings(JsonConverter.class.getName(), Map.of());
    private static final Struct RESULT =
            CommandResult.of(new Parsed.Rejected("c1", null, "why"), new Coordinates("commands", 0, 7), Instant.EPOCH);

    private final MockProducer<byte[], byte[]> producer = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());

    private KafkaResultTopic topic(ConverterSettings key) {
        return new KafkaResultTopic(
                new ResultSettings("results", Map.of("acks", "0", "linger.ms", "7"), key, JSON), producer);
    }

    private String keyOf(Schema schema, Object key) {
        SinkRecord command = new SinkRecord("commands", 0, schema, key, null, "x", 7);
        topic(null).offer(command, () -> RESULT);
        byte[] written = producer.history().get(producer.history().size() - 1).key();
        return written == null ? null : new String(written, UTF_8);
    }

    @Test
    void writesJsonWithoutSchema() {
        topic(null).offer(Records.of("x"), () -> RESULT);

        assertThat(new String(producer.history().get(0).value(), UTF_8)).isEqualTo("""
                        {"command_id":"c1","command":null,"outcome":"refused","state":null,"http_status":null,\
                        "reason":"why","advice":null,"attempts":0,"latency_ms":null,"website_id":null,"session_id":null,\
                        "people_id":null,"topic":"commands","partition":0,"offset":7,"finished_at":0,\
                        "response":null}""");
    }

    @Test
    void keysTheResultLikeItsCommand() {
        Schema schema =
                SchemaBuilder.struct().field("session_id", Schema.STRING_SCHEMA).build();

        assertThat(keyOf(null, "session_1")).isEqualTo("session_1");
        assertThat(keyOf(Schema.STRING_SCHEMA, "session_1")).isEqualTo("session_1");
        assertThat(keyOf(null, "raw".getBytes(UTF_8))).isEqualTo("raw");
        assertThat(keyOf(schema, new Struct(schema).put("session_id", "s"))).isEqualTo("{\"session_id\":\"s\"}");
        assertThat(keyOf(null, Map.of("session_id", "s"))).isEqualTo("{\"session_id\":\"s\"}");
        assertThat(keyOf(null, null)).isNull();
    }

    @Test
    void usesAConfiguredKeyConverter() {
        topic(new ConverterSettings(JsonConverter.class.getName(), Map.of("schemas.enable", "false")))
                .offer(Records.of("session_1", "x", 1), () -> RESULT);

        assertThat(new String(producer.history().get(0).key(), UTF_8)).isEqualTo("\"session_1\"");
    }

    @Test
    void isDoneWhenTheBrokerAcknowledges() {
        Optional<Future<?>> stored = topic(null).offer(Records.of("x"), () -> RESULT);
        assertThat(stored)
                .hasValueSatisfying(future -> assertThat(future.isDone()).isFalse());

        producer.completeNext();
        assertThat(stored)
                .hasValueSatisfying(future -> assertThat(future.isDone()).isTrue());
    }

    @Test
    void doesNotTakeAResultForWhichItWouldHaveToWait() {
        // port 1 answers nothing, so there is no metadata
        ResultSettings unreachable =
                new ResultSettings("results", Map.of("bootstrap.servers", "127.0.0.1:1"), null, JSON);
        try (KafkaResultTopic topic = KafkaResultTopic.open(unreachable, "test")) {
            assertThat(topic.offer(Records.of("x"), () -> RESULT)).isEmpty();
        }
    }

    @Test
    void keepsWhatMakesResultsSafeWhateverIsOverridden() {
        assertThat(KafkaResultTopic.configuration(
                        new ResultSettings("r", Map.of("acks", "0", "linger.ms", "7", "max.block.ms", "9"), null, JSON),
                        "c"))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("max.block.ms", 0)
                .containsEntry("linger.ms", "7")
                .containsEntry("client.id", "c");
    }

    @Test
    void saysWhichConverterCannotBeMade() {
        assertThatThrownBy(() -> topic(new ConverterSettings("java.lang.String", Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the converter java.lang.String cannot be made");
    }
}
