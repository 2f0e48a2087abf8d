package dev.crispconnect.source;

import dev.crispconnect.client.connect.LiveCheck;
import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.client.connect.ValidationReport;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.source.position.UnitKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** Streams conversations, messages and contacts of Crisp workspaces into Kafka topics. */
public final class CrispSourceConnector extends SourceConnector {

    private final LiveCheck liveCheck = LiveCheck.over(new SystemTime());
    private Map<String, String> props;

    @Override
    public String version() {
        return Version.OF_THIS_BUILD;
    }

    @Override
    public ConfigDef config() {
        return SourceDefinition.config();
    }

    /** Puts errors on each setting that is wrong, on those that do not fit each other, and on those that Crisp refuses. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        ValidationReport report = new ValidationReport(super.validate(connectorConfigs));
        SourceDefinition.conflicts(report.values()).forEach(report::add);
        if (report.isClean()) {
            SourceSettings settings = SourceSettings.parse(connectorConfigs);
            settings.liveCheck()
                    .map(atMost -> liveCheck.findings(settings.client(), atMost, SourceProbes.of(settings)))
                    .ifPresent(findings -> findings.forEach(report::add));
        }
        return report.config();
    }

    @Override
    public void start(Map<String, String> connectorConfigs) {
        SourceSettings.parse(connectorConfigs);
        props = Map.copyOf(connectorConfigs);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return CrispSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        List<Map<String, String>> configs = new ArrayList<>();
        for (List<UnitKey> units : TaskSplit.split(SourceSettings.parse(props).units(), maxTasks)) {
            Map<String, String> config = new HashMap<>(props);
            config.put(
                    CrispSourceTask.UNITS, units.stream().map(UnitKey::asText).collect(Collectors.joining(",")));
            config.put(TaskExposure.TASK_ID, Integer.toString(configs.size()));
            configs.add(config);
        }
        return configs;
    }

    /** Replaying from any stored offset emits what is missing and nothing else, and a batch is a transaction. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Accepts offsets as {@code GET /connectors/{name}/offsets} shows them, and null to reset a unit. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        StoredPositions.check(offsets);
        return true;
    }

    @Override
    public void stop() {
        // nothing runs in the connector itself
    }
}
