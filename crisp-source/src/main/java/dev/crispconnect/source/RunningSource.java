package dev.crispconnect.source;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.feed.Pump;
import dev.crispconnect.source.feed.UnitFailure;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/** A task that has started: its client and its reading thread, opened and closed together. */
final class RunningSource implements AutoCloseable {

    /** Connect pauses, stops and commits between polls only. */
    private static final Duration LONGEST_POLL = Duration.ofMillis(900);

    private final CrispClient client;
    private final Pump pump;

    private RunningSource(CrispClient client, Pump pump) {
        this.client = client;
        this.pump = pump;
    }

    static RunningSource open(
            String name, SourceSettings settings, Map<UnitKey, Optional<UnitPosition>> units, Time time) {
        CrispClient client = CrispClient.open(settings.client(), time);
        Pump pump = Pump.of(name, units, settings.plan(), client, time);
        pump.start();
        return new RunningSource(client, pump);
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
        client.close();
        pump.close();
    }
}
