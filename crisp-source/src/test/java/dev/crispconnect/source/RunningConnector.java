package dev.crispconnect.source;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.simulator.CrispSimulator;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Runs the connector's tasks one poll at a time, as Connect would, and keeps their offsets. */
final class RunningConnector implements AutoCloseable {

    final List<SourceRecord> records = new ArrayList<>();
    private final Map<Map<String, ?>, Map<String, ?>> offsets;
    private final TransactionContext transactions;
    private final String name;
    private final List<CrispSourceTask> tasks = new ArrayList<>();

    /** In a worker that decides itself where transactions end. */
    RunningConnector(Map<String, String> props, Time time, Map<Map<String, ?>, Map<String, ?>> offsets) {
        this(props, time, offsets, null);
    }

    /** One that reaches Crisp in its own way, in as many tasks as its settings say. */
    RunningConnector(Map<String, String> props, Reach reach, Map<Map<String, ?>, Map<String, ?>> offsets) {
        this(props, reach, offsets, null, Integer.parseInt(props.getOrDefault("tasks.max", "2")));
    }

    RunningConnector(
            Map<String, String> props,
            Time time,
            Map<Map<String, ?>, Map<String, ?>> offsets,
            TransactionContext transactions) {
        this(props, Reach.at(time), offsets, transactions, 2);
    }

    private RunningConnector(
            Map<String, String> props,
            Reach reach,
            Map<Map<String, ?>, Map<String, ?>> offsets,
            TransactionContext transactions,
            int maxTasks) {
        this.offsets = offsets;
        this.transactions = transactions;
        this.name = props.get("name");
        CrispSourceConnector connector = new CrispSourceConnector();
        connector.start(props);
        for (Map<String, String> config : connector.taskConfigs(maxTasks)) {
            CrispSourceTask task = new CrispSourceTask(reach);
            task.initialize(new Context(config));
            task.start(config);
            tasks.add(task);
        }
        connector.stop();
    }

    static Map<String, String> props(CrispSimulator crisp) {
        Map<String, String> props = new HashMap<>();
        props.put("name", "test");
        props.put("crisp.api.url", crisp.url().toString());
        props.put("crisp.token.tier", "website");
        props.put("crisp.token.identifier", crisp.websiteToken().identifier());
        props.put("crisp.token.key", crisp.websiteToken().key());
        props.put("crisp.website.ids", crisp.workspace().website().websiteId());
        props.put("capture.mode", "polling");
        return props;
    }

    void poll() throws InterruptedException {
        for (CrispSourceTask task : tasks) {
            List<SourceRecord> batch = task.poll();
            if (batch != null) {
                batch.forEach(entry -> offsets.put(entry.sourcePartition(), entry.sourceOffset()));
                records.addAll(batch);
            }
        }
    }

    /** How many records wait to be polled. */
    long queued() {
        long queued = 0;
        for (int task = 0; task < tasks.size(); task++) {
            try {
                ObjectName shown =
                        new ObjectName("dev.crispconnect:type=crisp-source,connector=" + name + ",task=" + task);
                queued += ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(shown, "buffered-records"))
                        .longValue();
            } catch (JMException unknown) {
                throw new AssertionError("the task does not show its buffer", unknown);
            }
        }
        return queued;
    }

    long count(String topic) {
        return records.stream().filter(entry -> entry.topic().equals(topic)).count();
    }

    @Override
    public void close() {
        tasks.forEach(CrispSourceTask::stop);
    }

    private final class Context implements SourceTaskContext {

        private final Map<String, String> config;

        private Context(Map<String, String> config) {
            this.config = config;
        }

        @Override
        public Map<String, String> configs() {
            return config;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    return offsets(List.of(partition)).get(partition);
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
                    for (Map<String, T> partition : partitions) {
                        Map<String, ?> offset = offsets.get(partition);
                        found.put(partition, offset == null ? null : new HashMap<>(offset));
                    }
                    return found;
                }
            };
        }

        @Override
        public TransactionContext transactionContext() {
            return transactions;
        }

        @Override
        public org.apache.kafka.common.metrics.PluginMetrics pluginMetrics() {
            throw new NoSuchMethodError("as workers before 4.1 answer");
        }
    }
}
