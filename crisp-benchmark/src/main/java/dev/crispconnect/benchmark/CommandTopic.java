package dev.crispconnect.benchmark;

import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of commands; those of one conversation are in one partition, and all partitions get the same share. */
record CommandTopic(String bootstrap, String name) {

    private static final int PARTITIONS = 6;

    static CommandTopic create(Lab lab, String name) {
        lab.createTopic(name, PARTITIONS);
        return new CommandTopic(lab.bootstrap(), name);
    }

    /** Writes the commands of these numbers; returns when the broker has them. */
    void write(SinkLoad load, int from, int to) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        // a topic that was made a moment ago refuses first batches; more in flight would be out of sequence for good
        settings.put("max.in.flight.requests.per.connection", "1");
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int number = from; number < to; number++) {
                Future<RecordMetadata> unused = producer.send(
                        new ProducerRecord<>(
                                name, load.place(number) % PARTITIONS, load.session(number), load.command(number)),
                        (written, refused) -> failure.compareAndSet(null, refused));
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the commands could not be written", failure.get());
        }
    }
}
