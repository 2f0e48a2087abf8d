package dev.crispconnect.source;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A worker that runs the connector in one task over a real wire, and commits each batch as one transaction. The thread that
 * polls is its own; what it has committed is read while time stands still.
 */
final class PollingWorker implements AutoCloseable {

    private static final int MOST_GLANCES = 3_000;

    final WireTime time;
    final WatchedReach reach;
    private final SocketTraffic traffic;
    final CrispSimulator crisp;
    final Map<String, String> props;

    /** Guarded by itself. */
    private final List<List<SourceRecord>> committed = new ArrayList<>();

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private RunningConnector connector;
    private Thread polling;

    /** In front of an empty workspace; not started. */
    PollingWorker(Instant start) {
        this(start, Duration.ZERO);
    }

    /** @param skew how far the worker's clock is ahead of Crisp's */
    PollingWorker(Instant start, Duration skew) {
        time = new WireTime(start, skew);
        reach = new WatchedReach(time);
        crisp = CrispSimulator.start(SimulatorSettings.defaults().withClock(time.crisp));
        traffic = reach.follow(crisp.realtime());
        props = RunningConnector.props(crisp);
        props.put("capture.mode", "realtime");
        props.put("feeds", "conversations,messages");
        props.put("tasks.max", "1");
        props.put("validate.live", "false");
    }

    void start() {
        time.reading(true);
        connector = new RunningConnector(props, reach, offsets());
        RunningConnector polled = connector;
        polling = new Thread(() -> poll(polled), "polling");
        polling.start();
    }

    void stop() {
        polling.interrupt();
        try {
            polling.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connector.close();
        time.reading(false);
        hangUp();
    }

    /** Until Crisp has noticed, what it tells is lost. */
    private void hangUp() {
        traffic.ended();
        try {
            for (int glances = 0; glances < MOST_GLANCES && traffic.isOpenAtCrisp(); glances++) {
                time.glance();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void restart() {
        stop();
        start();
    }

    /** The transaction of the last batch is aborted. Returns what was in it. */
    List<SourceRecord> crash() {
        stop();
        List<SourceRecord> aborted = committed.isEmpty() ? List.of() : committed.remove(committed.size() - 1);
        start();
        return aborted;
    }

    /** Lets time pass, until the source has done what was due in it and has heard whatever is on the wire. */
    void pass(Duration duration) throws InterruptedException {
        time.pass(duration);
        settle();
    }

    /** Waits until nothing moves any more; no time passes. */
    void settle() throws InterruptedException {
        List<Object> before = List.of();
        for (int calm = 0; calm < 3; ) {
            time.glance();
            List<Object> now = List.of(
                    crisp.journal().total(),
                    crisp.realtime().counts(),
                    reach.heard.size(),
                    records().size());
            calm = now.equals(before) && hasPolledAll() ? calm + 1 : 0;
            before = now;
            failOnFailure();
        }
    }

    /** The polling thread waits, and for a time only, when there is nothing to be polled, or what there is waits for company. */
    private boolean hasPolledAll() {
        return polling == null
                || !polling.isAlive()
                || (polling.getState() == Thread.State.TIMED_WAITING && connector.queued() == 0);
    }

    /** Waits, in real time only, until so many messages of a conversation have arrived; returns how many have. */
    int awaitMessages(String session, int wanted) throws InterruptedException {
        for (int glances = 0; glances < MOST_GLANCES && messagesOf(session).size() < wanted; glances++) {
            time.glance();
        }
        return messagesOf(session).size();
    }

    /** Everything that was committed, in order. */
    List<SourceRecord> records() {
        synchronized (committed) {
            return committed.stream().flatMap(List::stream).toList();
        }
    }

    List<SourceRecord> topic(String feed) {
        return records().stream()
                .filter(entry -> entry.topic().equals("crisp." + feed))
                .toList();
    }

    /** Fingerprints of the messages of a conversation, each as often as it came. */
    List<Long> messagesOf(String session) {
        return topic("messages").stream()
                .map(entry -> (Struct) entry.value())
                .filter(value -> value.getString("session_id").equals(session))
                .map(value -> value.getInt64("fingerprint"))
                .toList();
    }

    @Override
    public void close() {
        if (polling != null) {
            stop();
        }
        crisp.close();
    }

    private void poll(RunningConnector polled) {
        try {
            while (true) {
                int before = polled.records.size();
                polled.poll();
                List<SourceRecord> batch = List.copyOf(polled.records.subList(before, polled.records.size()));
                if (!batch.isEmpty()) {
                    synchronized (committed) {
                        committed.add(batch);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            // as a worker that stops
        } catch (RuntimeException | Error thrown) {
            failure.set(thrown);
        }
    }

    private void failOnFailure() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("the task failed", thrown);
        }
    }

    private Map<Map<String, ?>, Map<String, ?>> offsets() {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        records().forEach(entry -> offsets.put(entry.sourcePartition(), entry.sourceOffset()));
        return offsets;
    }
}
