package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A backfill of everything: how many records a second reach the topics, and how many calls that takes. */
final class SourceBenchmark {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PARTITIONS = 6;
    private static final int JOURNAL_LIMIT = 1_000_000;

    private final Lab lab;
    private final int conversations;
    private final int messagesEach;

    SourceBenchmark(Lab lab, int conversations, int messagesEach) {
        this.lab = lab;
        this.conversations = conversations;
        this.messagesEach = messagesEach;
    }

    SourceFigures run() {
        SimulatorSettings settings = SimulatorSettings.defaults().withJournalLimit(JOURNAL_LIMIT);
        try (CrispSimulator simulator = CrispSimulator.start(settings)) {
            simulator.workspace().seed(conversations, messagesEach, 0);
            int run = lab.nextRun();
            String prefix = "backfill-" + run + ".";
            List<String> topics = List.of(prefix + "conversations", prefix + "messages");
            topics.forEach(topic -> lab.createTopic(topic, PARTITIONS));
            long records = conversations * (1L + messagesEach);
            try (ChildProcess worker = lab.startWorker("crisp-source", run)) {
                lab.install(worker, "source-" + run, connector(simulator, prefix));
                awaitRecords(topics, records);
                Instant end = settings.clock().now();
                Instant start = simulator.journal().entries().get(0).time();
                return new SourceFigures(
                        records,
                        Duration.between(start, end),
                        simulator.journal().total(),
                        worker.cpu(),
                        Long.parseLong(worker.ask("heap")));
            }
        }
    }

    /** Reads what is committed until all of it is there. */
    private void awaitRecords(List<String> topics, long records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                lab.bootstrap(),
                "group.id",
                "reader-of-" + topics.get(0),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(topics);
            for (long read = 0; read < records; ) {
                read += consumer.poll(POLL).count();
            }
        }
    }

    private static Map<String, String> connector(CrispSimulator simulator, String prefix) {
        return Map.ofEntries(
                Map.entry("connector.class", "dev.crispconnect.source.CrispSourceConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("feeds", "conversations,messages"),
                Map.entry("topic.pattern", prefix + "${feed}"),
                Map.entry("crisp.api.url", simulator.url().toString()),
                Map.entry("crisp.token.tier", "website"),
                Map.entry("crisp.token.identifier", simulator.websiteToken().identifier()),
                Map.entry("crisp.token.key", simulator.websiteToken().key()),
                Map.entry("crisp.website.ids", simulator.workspace().website().websiteId()));
    }
}
