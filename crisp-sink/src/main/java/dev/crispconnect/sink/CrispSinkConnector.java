package dev.crispconnect.sink;

import dev.crispconnect.client.connect.LiveCheck;
import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.client.connect.ValidationReport;
import dev.crispconnect.client.time.SystemTime;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Runs commands from topics against Crisp. Every task has the same settings, but for its number and its share of what the
 * connector may spend; the worker spreads the partitions.
 */
public final class CrispSinkConnector extends SinkConnector {

    private final LiveCheck liveCheck = LiveCheck.over(new SystemTime());
    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return Version.OF_THIS_BUILD;
    }

    @Override
    public ConfigDef config() {
        return SinkDefinition.make();
    }

    /** Puts errors on each setting that is wrong, on those that do not fit each other, and on those that Crisp refuses. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        ValidationReport report = new ValidationReport(super.validate(connectorConfigs));
        SinkKeys.conflicts(report.values()).forEach(report::add);
        SinkKeys.loops(connectorConfigs).forEach(report::add);
        PollInterval.conflicts(connectorConfigs).forEach(report::add);
        if (report.isClean()) {
            SinkSettings settings = SinkSettings.parse(connectorConfigs);
            settings.liveCheck()
                    .map(atMost -> liveCheck.findings(settings.client(), atMost, SinkProbes.of(settings)))
                    .ifPresent(findings -> findings.forEach(report::add));
        }
        return report.config();
    }

    @Override
    public void start(Map<String, String> props) {
        properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return CrispSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        List<Map<String, String>> configs = Shares.of(properties, maxTasks);
        for (int task = 0; task < maxTasks; task++) {
            configs.get(task).put(TaskExposure.TASK_ID, Integer.toString(task));
        }
        return configs;
    }

    /**
     * Accepts offsets of the topics that are read, and the removal of any. Nothing is to be done about what was executed
     * already: whoever has a partition next looks up as much of it as after a crash.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException when an offset is negative or of a topic that is not read
     */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<TopicPartition, Long> offsets) {
        EditedOffsets.check(connectorConfig, offsets);
        return true;
    }

    @Override
    public void stop() {
        // nothing runs here
    }
}
