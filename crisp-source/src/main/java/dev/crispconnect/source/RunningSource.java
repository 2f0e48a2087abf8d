package dev.crispconnect.source;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.metrics.CallMetrics;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.FirstAnswer;
import dev.crispconnect.client.metrics.MeteredClient;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.realtime.Realtime;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.capture.Capture;
import dev.crispconnect.source.capture.CaptureMetrics;
import dev.crispconnect.source.capture.CaptureTools;
import dev.crispconnect.source.capture.Wanted;
import dev.crispconnect.source.feed.FeedMetrics;
import dev.crispconnect.source.feed.Pump;
import dev.crispconnect.source.feed.Tools;
import dev.crispconnect.source.feed.UnitFailure;
import dev.crispconnect.source.position.StoredUnit;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that has started: its client, its metrics and its reading thread, opened and closed together. */
final class RunningSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSource.class);

    /** Connect pauses, stops and commits between polls only. */
    private static final Duration LONGEST_POLL = Duration.ofMillis(900);

    private final String taskName;
    private final CrispClient client;
    private final Realtime realtime;
    private final TaskMetrics metrics;
    private final Pump pump;

    private RunningSource(String taskName, CrispClient client, Realtime realtime, TaskMetrics metrics, Pump pump) {
        this.taskName = taskName;
        this.client = client;
        this.realtime = realtime;
        this.metrics = metrics;
        this.pump = pump;
    }

    /** @param exposure where the task's metrics are shown */
    static RunningSource open(
            SourceSettings settings, Map<UnitKey, Optional<StoredUnit>> units, Exposure exposure, Reach reach) {
        Time time = reach.time();
        TaskMetrics metrics = new TaskMetrics(exposure);
        CrispClient client = new MeteredClient(
                reach.client(settings.client()), time, new CallMetrics(metrics), new FirstAnswer(settings.taskName()));
        Realtime realtime = reach.realtime(settings.client());
        Wanted wanted = Wanted.by(
                settings.feedsOf(units.keySet()),
                settings.client().credentials().tier(),
                units.keySet().stream().map(UnitKey::websiteId).toList());
        Pump pump = Pump.of(
                settings.taskName(),
                units,
                settings.plan(),
                settings.aside(),
                new Tools(
                        client,
                        time,
                        new FeedMetrics(metrics, time),
                        (counted, ear) -> Capture.realtime(
                                settings.capture(),
                                wanted,
                                new CaptureTools(counted, realtime, time, new CaptureMetrics(metrics, time)),
                                ear)));
        LOG.info("Crisp source started: task={} {}", settings.taskName(), settings.describe());
        pump.start();
        return new RunningSource(settings.taskName(), client, realtime, metrics, pump);
    }

    /** The next batch, null when there is none yet; waits for less than a second. */
    List<SourceRecord> poll() throws InterruptedException {
        try {
            return pump.poll(LONGEST_POLL);
        } catch (UnitFailure failure) {
            throw Failures.of(failure);
        }
    }

    @Override
    public void close() {
        pump.interrupt();
        realtime.close();
        client.close();
        pump.close();
        LOG.info(
                "Crisp source stopped: task={} records={} calls={}",
                taskName,
                FeedMetrics.records(metrics),
                CallMetrics.totals(metrics));
        metrics.close();
    }
}
