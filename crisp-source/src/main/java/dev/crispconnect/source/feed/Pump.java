package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.StoredUnit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Notice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Duration LONGEST_JOIN = Duration.ofSeconds(2);

    /** A website that cannot be read now does not hold up the others; so long after, it is tried again. */
    private static final Duration RETRY_OF_A_WEBSITE = Duration.ofMinutes(10);

    private final List<UnitReader> readers;
    private final Waiting waiting;
    private final Notices notices;
    private final Outbox outbox;
    private final Time time;
    private final Thread thread;
    private final Map<UnitReader, Long> setAside = new HashMap<>();
    private volatile UnitFailure failure;

    Pump(String name, List<UnitReader> readers, Waiting waiting, Outbox outbox, Notices notices, Time time) {
        this.readers = List.copyOf(readers);
        this.waiting = waiting;
        this.outbox = outbox;
        this.notices = notices;
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
    public static Pump of(
            String name, Map<UnitKey, Optional<StoredUnit>> units, FeedPlan plan, Aside aside, Tools tools) {
        return new Opening(plan, aside, tools).pump(name, units);
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
        waiting.close();
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
                    Duration untilDue = turn(reader);
                    idle = untilDue.compareTo(idle) < 0 ? untilDue : idle;
                }
                idle(idle);
            }
        } catch (UnitFailure thrown) {
            failure = thrown;
        }
    }

    private Duration turn(UnitReader reader) throws InterruptedException {
        Long until = setAside.get(reader);
        if (until != null && until - time.nanoTime() > 0) {
            return Duration.ofNanos(until - time.nanoTime());
        }
        try {
            Duration untilDue = step(reader);
            if (setAside.remove(reader) != null) {
                notices.tell(Notice.Kind.WEBSITE_RESUMED, reader.unit(), Map.of());
                LOG.info("A website can be read again: unit={}", reader.unit().asText());
            }
            return untilDue;
        } catch (UnitFailure failed) {
            return setAside(reader, failed);
        }
    }

    private Duration setAside(UnitReader reader, UnitFailure failed) {
        boolean first = setAside.put(reader, time.nanoTime() + RETRY_OF_A_WEBSITE.toNanos()) == null;
        if (!failed.isOfItsWebsiteOnly() || setAside.size() == readers.size()) {
            throw failed;
        }
        if (first) {
            String why = failed.getCause().getMessage();
            notices.tell(Notice.Kind.WEBSITE_SET_ASIDE, reader.unit(), Map.of("failure", why));
            LOG.error(
                    "A website cannot be read; the others go on, and it is tried again every {} minutes: unit={} failure={}",
                    RETRY_OF_A_WEBSITE.toMinutes(),
                    reader.unit().asText(),
                    why);
        }
        return RETRY_OF_A_WEBSITE;
    }

    /** What is told while nothing is due is emitted here, too. */
    private void idle(Duration atMost) throws InterruptedException {
        try {
            waiting.idle(atMost);
        } catch (RuntimeException | Error thrown) {
            throw new UnitFailure(readers.get(0).unit(), thrown);
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
