package dev.crispconnect.source;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.connect.LiveCheck;
import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.client.connect.ValidationReport;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** Streams conversations, messages and contacts of Crisp workspaces into Kafka topics. */
public final class CrispSourceConnector extends SourceConnector {

    /** Connect waits for a connector to start, though not for ever; an outage must not hold it up. */
    private static final Duration LONGEST_START = Duration.ofSeconds(10);

    private final Time time;
    private final LiveCheck liveCheck;
    private Map<String, String> props;

    /** Null where the websites are named. */
    private Discovery discovery;

    public CrispSourceConnector() {
        this(new SystemTime());
    }

    CrispSourceConnector(Time time) {
        this.time = time;
        this.liveCheck = LiveCheck.over(time);
    }

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
        SourceRules.conflicts(report.values()).forEach(report::add);
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
        SourceSettings settings = SourceSettings.parse(connectorConfigs);
        props = Map.copyOf(connectorConfigs);
        if (settings.discovers()) {
            discovery = discovery(settings);
            discovery.start(LONGEST_START);
        }
    }

    private Discovery discovery(SourceSettings settings) {
        return new Discovery(
                settings.taskName() + "-discovery",
                () -> CrispClient.open(settings.client(), time),
                new Discovery.Rhythm(
                        settings.discoveryInterval(),
                        settings.plan().backoff(),
                        settings.plan().budget()),
                new Discovery.Owner() {
                    @Override
                    public void changed() {
                        context.requestTaskReconfiguration();
                    }

                    @Override
                    public void failed(ConnectException failure) {
                        context.raiseError(failure);
                    }
                },
                time);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return CrispSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        SourceSettings settings = SourceSettings.parse(props);
        List<UnitKey> all = settings.units(settings.discovers() ? discovery.websites() : settings.websiteIds());
        List<Map<String, String>> configs = new ArrayList<>();
        List<List<UnitKey>> split = TaskSplit.split(all, maxTasks);
        BudgetSettings budget = settings.plan().budget();
        BudgetSettings reading = settings.discovers() ? budget.besidesListing() : budget;
        List<Long> shares = reading.split(split.stream().map(List::size).toList());
        for (List<UnitKey> units : split) {
            Map<String, String> config = new HashMap<>(props);
            config.put(
                    CrispSourceTask.UNITS, units.stream().map(UnitKey::asText).collect(Collectors.joining(",")));
            config.put(BudgetDefinition.QUOTA_REQUESTS_PER_DAY, Long.toString(shares.get(configs.size())));
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

    /** At the end of each batch, which holds whole changes. */
    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> connectorConfig) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }

    /** Accepts offsets as {@code GET /connectors/{name}/offsets} shows them, and null to reset a unit. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        EditedOffsets.check(offsets, time.now());
        return true;
    }

    @Override
    public void stop() {
        if (discovery != null) {
            discovery.close();
        }
    }
}
