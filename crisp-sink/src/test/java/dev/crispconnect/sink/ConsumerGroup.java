package dev.crispconnect.sink;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.sink.delivery.DaemonTimer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Topics, and what workers do to the tasks that read them: records in batches, commits that are stored later or never,
 * partitions that move, tasks that die. Everything happens on the thread of the test, as on a task's.
 */
final class ConsumerGroup {

    private final Map<TopicPartition, List<SinkRecord>> log = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final SinkSettings settings;
    private final FakeResultTopic results = new FakeResultTopic();

    ConsumerGroup(SinkSettings settings) {
        this.settings = settings;
        results.acknowledgesAtOnce = true;
    }

    /** Puts a record at the end of its partition. */
    void produce(SinkRecord record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.kafkaPartition());
        log.computeIfAbsent(partition, fresh -> new ArrayList<>()).add(record);
        committed.putIfAbsent(partition, 0L);
    }

    /** What became of the commands so far, by every task. */
    FakeResultTopic results() {
        return results;
    }

    Collection<TopicPartition> partitions() {
        return log.keySet();
    }

    int size() {
        return log.values().stream().mapToInt(List::size).sum();
    }

    boolean isAllCommitted() {
        return log.entrySet().stream()
                .allMatch(
                        each -> committed.get(each.getKey()) == each.getValue().size());
    }

    /** A task, in a process of its own. */
    final class Member {

        private final FakeContext context = new FakeContext();
        private final Map<TopicPartition, Long> positions = new HashMap<>();
        private final MortalClient client = new MortalClient(CrispClient.open(settings.client(), new SystemTime()));
        private final DaemonTimer timer = new DaemonTimer("test-sink-timer");
        private final RunningSink sink = new RunningSink(
                settings,
                context,
                new Connections(client, timer, results, new TaskMetrics(Exposure.none()), new SystemTime()));
        private Map<TopicPartition, OffsetAndMetadata> storing = Map.of();
        private int requestsSeen;

        void assign(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> positions.put(partition, committed.get(partition)));
            context.assignment.addAll(partitions);
            sink.assigned(partitions);
        }

        /** As a worker does: asks what to commit, closes, commits. */
        void revoke(Collection<TopicPartition> partitions) {
            storeCommit();
            Map<TopicPartition, OffsetAndMetadata> last = sink.committable(consumed(partitions));
            sink.revoked(partitions);
            partitions.forEach(positions::remove);
            context.assignment.removeAll(partitions);
            context.paused.removeAll(partitions);
            store(last);
        }

        Collection<TopicPartition> assigned() {
            return List.copyOf(positions.keySet());
        }

        /** One turn of the worker's loop: the commit before is stored, the next one is begun when wanted, records come. */
        void turn(int most) {
            storeCommit();
            if (context.commitRequests > requestsSeen) {
                requestsSeen = context.commitRequests;
                storing = sink.committable(consumed(positions.keySet()));
            }
            sink.put(fetch(most));
        }

        void stop() {
            revoke(assigned());
            sink.close();
        }

        /** The process will be gone when Crisp has served that many calls; it hears all their answers but the last. */
        void dieAfter(int calls) {
            client.dieAfter(calls);
        }

        boolean isDead() {
            return client.isDead();
        }

        /** The process is gone: nothing more is sent, no answer is heard, a commit that is under way may be lost. */
        void kill() {
            client.die();
            timer.close();
            positions.clear();
        }

        private void storeCommit() {
            store(storing);
            storing = Map.of();
        }

        private void store(Map<TopicPartition, OffsetAndMetadata> offsets) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        }

        private List<SinkRecord> fetch(int most) {
            List<SinkRecord> records = new ArrayList<>();
            new TreeMap<>(Map.copyOf(byName())).forEach((name, partition) -> {
                List<SinkRecord> all = log.get(partition);
                while (!context.paused.contains(partition)
                        && records.size() < most
                        && positions.get(partition) < all.size()) {
                    records.add(
                            all.get(positions.merge(partition, 1L, Long::sum).intValue() - 1));
                }
            });
            return records;
        }

        private Map<String, TopicPartition> byName() {
            Map<String, TopicPartition> byName = new HashMap<>();
            positions.keySet().forEach(partition -> byName.put(partition.toString(), partition));
            return byName;
        }

        private Map<TopicPartition, OffsetAndMetadata> consumed(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> consumed = new HashMap<>();
            partitions.forEach(each -> consumed.put(each, new OffsetAndMetadata(positions.get(each))));
            return consumed;
        }
    }
}
