package dev.crispconnect.source;

import dev.crispconnect.client.connect.PluginExposure;
import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.client.time.SystemTime;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.UnitKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Reads some units of Crisp workspaces. */
public final class CrispSourceTask extends SourceTask {

    /** Set by the connector: the units of this task, as {@link UnitKey#asText()}, separated by commas. */
    static final String UNITS = "crisp.task.units";

    private final Reach reach;

    /** Of the thread that starts and polls. */
    private ShapedUnits shapes;

    private Transactions transactions;

    /** Null until started and once stopped. Connect may stop a task from another thread than the polling one. */
    private volatile RunningSource running;

    public CrispSourceTask() {
        this(new SystemTime());
    }

    CrispSourceTask(Time time) {
        this(Reach.at(time));
    }

    CrispSourceTask(Reach reach) {
        this.reach = reach;
    }

    @Override
    public String version() {
        return Version.OF_THIS_BUILD;
    }

    @Override
    public void start(Map<String, String> props) {
        List<UnitKey> units = Arrays.stream(props.get(UNITS).split(","))
                .map(UnitKey::fromText)
                .toList();
        SourceSettings settings = SourceSettings.parse(props);
        shapes = new ShapedUnits(settings, units);
        transactions = Transactions.of(context);
        running = RunningSource.open(
                settings,
                StoredPositions.read(units, context.offsetStorageReader(), shapes),
                TaskExposure.of("crisp-source", props, () -> new PluginExposure(context.pluginMetrics())),
                reach);
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        RunningSource source = running;
        List<SourceRecord> batch = source == null ? null : source.poll();
        if (batch == null) {
            return null;
        }
        List<SourceRecord> stamped = shapes.stamp(batch);
        transactions.endWith(stamped);
        return stamped;
    }

    @Override
    public void stop() {
        RunningSource source = running;
        running = null;
        if (source != null) {
            source.close();
        }
    }
}
