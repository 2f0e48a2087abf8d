package dev.crispconnect.quickstart;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, and what a test does there. */
final class RunningKafka implements AutoCloseable {
    private final Broker broker = Broker.choose();
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    RunningKafka() {
        broker.start();
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap()), new StringSerializer(), new StringSerializer());
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** Creates the topics and starts to read them. */
    TopicReader topics(int partitions, String... names) {
        var topics = Stream.of(names)
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        get(admin.createTopics(topics).all());
        return new TopicReader(
                bootstrap(),
                Stream.of(names).flatMap(name -> partitions(name, partitions)).toList());
    }

    /** Writes a record and waits until the broker has it. */
    RecordMetadata write(ProducerRecord<String, String> record) throws ExecutionException, InterruptedException {
        return producer.send(record).get();
    }

    /** All offsets that a consumer group has committed, added up. */
    long committed(String group) {
        return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).values().stream()
                .mapToLong(offset -> offset == null ? 0 : offset.offset())
                .sum();
    }

    /** The committed ends of a topic's partitions, added up. */
    long ends(String topic, int partitions) {
        var ends =
                partitions(topic, partitions).collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .values()
                .stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** Where a producer's transaction has come to; {@code UNKNOWN} before it has begun one. */
    TransactionState transaction(String transactionalId) {
        try {
            return get(admin.describeTransactions(List.of(transactionalId)).description(transactionalId))
                    .state();
        } catch (KafkaException e) {
            if (e.getCause() instanceof TransactionalIdNotFoundException) {
                return TransactionState.UNKNOWN;
            }
            throw e;
        }
    }

    boolean hasTopic(String topic) {
        return get(admin.listTopics().names()).contains(topic);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        broker.stop();
    }

    private static Stream<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
