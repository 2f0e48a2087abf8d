package dev.crispconnect.sink;

import dev.crispconnect.client.connect.PluginExposure;
import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.client.time.SystemTime;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Hands what the worker brings to a {@link RunningSink}. */
public final class CrispSinkTask extends SinkTask {

    private RunningSink sink;

    @Override
    public String version() {
        return Version.OF_THIS_BUILD;
    }

    /** @throws org.apache.kafka.common.config.ConfigException when a setting is wrong */
    @Override
    public void start(Map<String, String> props) {
        sink = RunningSink.open(
                SinkSettings.parse(props),
                context,
                TaskExposure.of("crisp-sink", props, () -> new PluginExposure(context.pluginMetrics())),
                new SystemTime());
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        sink.assigned(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        sink.put(records);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        return sink.committable(currentOffsets);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        sink.revoked(partitions);
    }

    @Override
    public void stop() {
        if (sink != null) {
            sink.close();
        }
    }
}
