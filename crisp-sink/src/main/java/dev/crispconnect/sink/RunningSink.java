package dev.crispconnect.sink;

import dev.crispconnect.client.metrics.CallMetrics;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.command.CommandParser;
import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import dev.crispconnect.sink.delivery.DeliverySettings;
import dev.crispconnect.sink.delivery.Finished;
import dev.crispconnect.sink.delivery.Lanes;
import dev.crispconnect.sink.delivery.Order;
import dev.crispconnect.sink.delivery.Outcome;
import dev.crispconnect.sink.delivery.Progress;
import dev.crispconnect.sink.result.CommandResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sink task at work. Commands are executed on the threads of the client; what became of them comes back through one queue
 * and is settled on the task's thread, in {@link #put} and {@link #committable}, which never wait.
 *
 * <p>Every method is called by the task's thread. {@code finished} is the one field that other threads touch.
 */
final class RunningSink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSink.class);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Future<?> NOTHING_TO_REPORT = CompletableFuture.completedFuture(null);

    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final HeldOrders held = new HeldOrders();
    private final Frontier frontier;
    private final String taskName;
    private final CommandParser parser;
    private final NullValues nullValues;
    private final ErrantRecords errantRecords;
    private final Connections connections;
    private final Lanes lanes;
    private final Settlements settlements;
    private final Pace pace;
    private final int maxUncommitted;
    private final DeliveryMetrics deliveryMetrics;
    private final SinkMetrics metrics;
    private RuntimeException failure;

    RunningSink(SinkSettings settings, SinkTaskContext context, Connections connections) {
        this.taskName = settings.taskName();
        this.parser = new CommandParser(settings.commandByTopic(), settings.commands());
        this.nullValues = settings.nullValues();
        this.errantRecords = ErrantRecords.of(context);
        this.connections = connections;
        this.frontier = new Frontier(() -> assignment(settings.delivery()));
        this.maxUncommitted = settings.delivery().maxUncommitted();
        this.deliveryMetrics = new DeliveryMetrics(connections.metrics());
        this.lanes = new Lanes(
                connections.client(),
                connections.timer(),
                connections.time(),
                settings.delivery(),
                deliveryMetrics,
                finished::add);
        this.settlements = new Settlements(connections.results(), connections.time());
        this.pace = new Pace(taskName, context, connections.time(), settings.maxBuffered());
        this.metrics = new SinkMetrics(connections.metrics(), connections.time(), lanes);
    }

    private static Progress assignment(DeliverySettings settings) {
        return new Progress(settings.maxUncommitted(), settings.lookupDelay());
    }

    /** Opens the connections, without calling Crisp yet. */
    static RunningSink open(SinkSettings settings, SinkTaskContext context, Exposure exposure, Time time) {
        Connections connections = Connections.open(settings, exposure, time);
        LOG.info("Crisp sink started: task={} {}", settings.taskName(), settings.describe());
        return new RunningSink(settings, context, connections);
    }

    /** Partitions were assigned. */
    void assigned(Collection<TopicPartition> partitions) {
        frontier.open(partitions);
        pace.opened(partitions);
        LOG.info(
                "Partitions assigned: task={} partitions={} inDoubt={}, the first {} records of each: what they may have"
                        + " left is looked up before it is done",
                taskName,
                partitions.size(),
                (long) partitions.size() * maxUncommitted,
                maxUncommitted);
    }

    /**
     * Takes records in and settles what has ended meanwhile.
     *
     * @throws RuntimeException when the task cannot go on, each time anew; never a {@link RetriableException}
     */
    void put(Collection<SinkRecord> records) {
        throwFailure();
        attempt(() -> {
            List<Order> orders = new ArrayList<>(records.size());
            held.releaseTo(orders, connections.time().nanoTime());
            for (SinkRecord record : records) {
                take(record, orders);
            }
            lanes.add(orders);
        });
        settle();
        throwFailure();
        frontier.tellOfDoubts();
        pace.follow(frontier);
        showWaiting();
    }

    /** What may be committed. Leaves it to {@link #put} to throw: a worker commits nothing when this does. */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> consumed) {
        settle();
        return frontier.committable(consumed);
    }

    /** Partitions were taken away: their commands that wait are forgotten, the calls on the wire get a moment. */
    void revoked(Collection<TopicPartition> partitions) {
        frontier.close(partitions);
        showWaiting();
        try {
            lanes.drop(order -> order.progress().isClosed(), MOMENT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lanes.halt();
        frontier.close();
        connections.close();
        LOG.info(
                "Crisp sink stopped: task={} outcomes={} calls={} lookups={} duplicatesAvoided={}",
                taskName,
                metrics.totals(),
                CallMetrics.totals(connections.metrics()),
                deliveryMetrics.lookups(),
                deliveryMetrics.duplicatesAvoided());
    }

    private void showWaiting() {
        metrics.waiting(frontier.outstanding(), pace.pausedPartitions(), settlements.outstanding());
    }

    private void take(SinkRecord record, List<Order> orders) {
        Coordinates at = Coordinates.of(record);
        Progress progress = frontier.of(at);
        if (!progress.begin(at.offset())) {
            return;
        }
        Parsed parsed = parser.parse(record, at);
        if (parsed instanceof Parsed.Tombstone && nullValues == NullValues.IGNORE) {
            metrics.ignored();
            progress.done(at.offset());
        } else if (parsed instanceof Parsed.Accepted accepted) {
            Order order = new Order(
                    accepted,
                    record,
                    at,
                    progress,
                    progress.nth(),
                    connections.time().nanoTime());
            if (!held.hold(order, connections.time().nanoTime())) {
                orders.add(order);
            }
        } else {
            Parsed.Rejected rejected = parsed instanceof Parsed.Rejected mistaken
                    ? mistaken
                    : new Parsed.Rejected(at.toString(), null, "the value is missing, expected an object");
            metrics.rejected(rejected.command());
            settlements.add(
                    progress,
                    record,
                    at.offset(),
                    CommandResult.of(rejected, at, connections.time().now()),
                    errantRecords.report(record, at, rejected.reason()));
        }
    }

    private void settle() {
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            if (!next.order().progress().isClosed()) {
                Finished ended = next;
                attempt(() -> settle(ended));
            }
        }
        attempt(settlements::advance);
    }

    private void settle(Finished next) {
        Order order = next.order();
        Outcome outcome = next.outcome();
        metrics.ended(next);
        LOG.debug(
                "Command ended: id={} command={} outcome={} status={} attempts={} latencyMs={}",
                order.command().commandId(),
                order.command().command().name(),
                outcome.word(),
                outcome.status(),
                next.attempts(),
                next.latency().toMillis());
        if (outcome instanceof Outcome.Fatal fatal) {
            throw new ConnectException(order.at().describe() + ": " + fatal.reason(), fatal.cause());
        }
        Future<?> report = outcome instanceof Outcome.Refused refused
                ? errantRecords.report(order.record(), order.at(), refused.describe())
                : NOTHING_TO_REPORT;
        settlements.add(order.progress(), order.record(), order.at().offset(), CommandResult.of(next), report);
    }

    /** Does a part of the work. When it fails the task will, but the other parts are done, so that nobody does them again. */
    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (RetriableException notRetriedHere) {
            // the worker would bring the same batch again and again
            fail(new ConnectException("the task cannot go on; its cause may pass, then restart it", notRetriedHere));
        } catch (RuntimeException unableToGoOn) {
            // whatever it is: what was taken from the queue would be neither done nor failed
            fail(unableToGoOn);
        }
    }

    private void fail(RuntimeException reason) {
        lanes.halt();
        if (failure == null) {
            failure = reason;
        }
    }

    private void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}
