package dev.crispconnect.quickstart.console;

import dev.crispconnect.quickstart.broker.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows the topics and shows every record that comes, together with the API calls of the same moment, in the order of
 * time. Records of the backfill are only counted. To be run by one thread of its own; {@link #stop()} may be called by any.
 */
public final class TopicFollower implements Runnable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, String> consumer;
    private final Instant since;
    private final RecordLines lines;
    private final Supplier<List<Line>> calls;
    private final Screen screen;
    private final Map<String, Integer> backfilled = new TreeMap<>();

    /**
     * @param since older records are learned from, but not shown
     * @param calls the API calls since it was asked the last time
     */
    TopicFollower(String bootstrap, Instant since, RecordLines lines, Supplier<List<Line>> calls, Screen screen) {
        this.consumer = consumer(bootstrap);
        this.since = since;
        this.lines = lines;
        this.calls = calls;
        this.screen = screen;
    }

    @Override
    public void run() {
        try (consumer) {
            var partitions = Topics.ALL.stream()
                    .map(topic -> new TopicPartition(topic, 0))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                show(consumer.poll(POLL));
            }
        } catch (WakeupException e) {
            // stopped
        } catch (RuntimeException e) {
            screen.say("The topics cannot be followed any longer: " + e);
        }
    }

    /** Makes {@link #run()} return. */
    public void stop() {
        consumer.wakeup();
    }

    private void show(Iterable<ConsumerRecord<String, String>> records) {
        var happened = new ArrayList<>(calls.get());
        boolean walkingThePast = false;
        for (var record : records) {
            var line = lines.of(record);
            if (line.time().isBefore(since)) {
                continue;
            }
            if (isBackfill(record)) {
                backfilled.merge(record.topic(), 1, Integer::sum);
                walkingThePast = true;
            } else {
                happened.add(line);
            }
        }
        happened.sort(Comparator.comparing(Line::time));
        happened.forEach(screen::show);
        if (!walkingThePast && !backfilled.isEmpty()) {
            screen.say("          backfill: " + totals());
            backfilled.clear();
        }
    }

    private String totals() {
        return backfilled.entrySet().stream()
                .map(topic -> topic.getValue() + " in " + topic.getKey())
                .reduce((all, one) -> all + ", " + one)
                .orElse("");
    }

    private static boolean isBackfill(ConsumerRecord<String, String> record) {
        var via = record.headers().lastHeader("crisp.via");
        return via != null && new String(via.value(), StandardCharsets.UTF_8).equals("backfill");
    }

    private static KafkaConsumer<String, String> consumer(String bootstrap) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
