package dev.crispconnect.sink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What a worker is to a sink task, remembering what it was asked for. */
final class FakeContext implements SinkTaskContext {

    final Set<TopicPartition> assignment = new HashSet<>();
    final Set<TopicPartition> paused = new HashSet<>();
    final List<Reported> reported = new ArrayList<>();
    boolean hasReporter = true;
    boolean storesReportsAtOnce;
    RuntimeException tolerance;
    long timeoutMillis = -1;
    int commitRequests;

    /** A record that was reported; the worker completes the future when it is stored. */
    record Reported(SinkRecord record, Throwable error, CompletableFuture<Void> stored) {}

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new UnsupportedOperationException("the sink does not seek");
    }

    @Override
    public void offset(TopicPartition tp, long offset) {
        offset(new HashMap<>());
    }

    @Override
    public void timeout(long timeoutMs) {
        timeoutMillis = timeoutMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return assignment;
    }

    @Override
    public void pause(TopicPartition... partitions) {
        paused.addAll(List.of(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        paused.removeAll(Set.of(partitions));
    }

    @Override
    public void requestCommit() {
        commitRequests++;
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return hasReporter ? this::report : null;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new NoSuchMethodError("as workers before 4.1 answer");
    }

    private CompletableFuture<Void> report(SinkRecord record, Throwable error) {
        Reported each = new Reported(record, error, new CompletableFuture<>());
        reported.add(each);
        if (tolerance != null) {
            throw tolerance;
        }
        if (storesReportsAtOnce) {
            each.stored().complete(null);
        }
        return each.stored();
    }
}
