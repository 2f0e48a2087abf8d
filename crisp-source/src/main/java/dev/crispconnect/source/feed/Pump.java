package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.feed.Follower.Followed;
import dev.crispconnect.source.position.DirectoryPosition;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a task that reads: its units in turn, until it is stopped or a unit fails. It waits for Crisp, so that
 * {@code poll()} need not.
 *
 * <p>{@code failure} is written by the reading thread and read by the polling one; all else is final.
 */
public final class Pump implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

    /** One batch waits to be polled while the next is being read. */
    private static final int BATCHES_AHEAD = 1;

    private static final Duration LONGEST_JOIN = Duration.ofSeconds(2);

    private final List<UnitReader> readers;
    private final Outbox outbox;
    private final Time time;
    private final Thread thread;
    private volatile UnitFailure failure;

    Pump(String name, List<UnitReader> readers, Outbox outbox, Time time) {
        this.readers = List.copyOf(readers);
        this.outbox = outbox;
        this.time = time;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /**
     * Opens a pump that is not running yet.
     *
     * @param name of its thread
     * @param units what to read, and from where
     */
    public static Pump of(String name, Map<UnitKey, Optional<UnitPosition>> units, FeedPlan plan, Tools tools) {
        PatientClient patient = new PatientClient(tools.client(), plan.backoff(), tools.time());
        Outbox outbox = new Outbox(BATCHES_AHEAD);
        tools.metrics().start(plan.feeds(), outbox::size);
        List<UnitReader> readers = new ArrayList<>();
        new TreeMap<>(units).forEach((unit, position) -> {
            RemoteWorkspace website = new RemoteWorkspace(unit.websiteId(), patient);
            RecordMapper mapper = new RecordMapper(unit.websiteId(), plan.style());
            UnitMetrics metrics = tools.metrics().unit(unit);
            readers.add(
                    switch (unit.unit()) {
                        case INBOX ->
                            new Follower<>(
                                    new Followed<>(unit, new Inbox(website, mapper, plan.feeds()), metrics),
                                    plan.inbox(),
                                    position.map(Position.class::cast),
                                    tools.time(),
                                    outbox);
                        case PEOPLE ->
                            new Follower<>(
                                    new Followed<>(unit, new People(website, mapper, plan.peopleData()), metrics),
                                    plan.people(),
                                    position.map(Position.class::cast),
                                    tools.time(),
                                    outbox);
                        case DIRECTORY ->
                            new DirectoryFollower(
                                    new DirectoryFollower.Followed(unit, website, mapper, metrics),
                                    plan,
                                    position.map(DirectoryPosition.class::cast),
                                    tools.time(),
                                    outbox);
                    });
        });
        return new Pump(name, readers, outbox, tools.time());
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /**
     * The next batch; null when there is none within the time.
     *
     * @throws UnitFailure when a unit failed and everything read before has been handed over
     */
    public List<SourceRecord> poll(Duration atMost) throws InterruptedException {
        // looked at first: once there is a failure, no batch follows those in the outbox
        UnitFailure failed = failure;
        List<SourceRecord> batch = outbox.poll(atMost);
        if (batch == null && failed != null) {
            throw failed;
        }
        return batch;
    }

    /** Tells the thread to end. Returns at once; may be called from any thread, more than once, and before the start. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Waits until the thread has ended, but not for long: a daemon may be left behind. May be called twice. */
    @Override
    public void close() {
        interrupt();
        try {
            thread.join(LONGEST_JOIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The reading thread has not ended yet and is left to end by itself: thread={}", thread.getName());
        }
    }

    private void run() {
        readers.forEach(reader -> LOG.info("Reading a unit: {}", reader.describe()));
        try {
            read();
        } catch (InterruptedException stopped) {
            LOG.debug("The reading thread ends, as it was told to");
        }
    }

    private void read() throws InterruptedException {
        try {
            while (true) {
                Duration idle = Duration.ofDays(1);
                for (UnitReader reader : readers) {
                    Duration untilDue = step(reader);
                    idle = untilDue.compareTo(idle) < 0 ? untilDue : idle;
                }
                time.sleep(idle);
            }
        } catch (UnitFailure thrown) {
            outbox.flush();
            failure = thrown;
        }
    }

    /** The outermost loop of a thread of our own: whatever ends it must reach the task, or it would idle for ever. */
    private static Duration step(UnitReader reader) throws InterruptedException {
        try {
            return reader.step();
        } catch (RuntimeException | Error thrown) {
            throw new UnitFailure(reader.unit(), thrown);
        }
    }
}
