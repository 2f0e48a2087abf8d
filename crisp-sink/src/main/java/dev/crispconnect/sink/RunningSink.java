package dev.crispconnect.sink;

import dev.crispconnect.client.metrics.CallMetrics;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.delivery.DeliverySettings;
import dev.crispconnect.sink.delivery.Finished;
import dev.crispconnect.sink.delivery.Lanes;
import dev.crispconnect.sink.delivery.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final Frontier frontier;
    private final String taskName;
    private final Connections connections;
    private final Lanes lanes;
    private final Settlements settlements;
    private final Settler settler;
    private final Intake intake;
    private final Pace pace;
    private final int maxUncommitted;
    private final DeliveryMetrics deliveryMetrics;
    private final SinkMetrics metrics;
    private RuntimeException failure;

    RunningSink(SinkSettings settings, SinkTaskContext context, Connections connections) {
        this.taskName = settings.taskName();
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
        this.settler = new Settler(settlements, ErrantRecords.of(context), metrics, connections.time());
        this.intake = new Intake(settings, frontier, settler, connections.time());
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
        attempt(() -> lanes.add(intake.take(records)));
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

    private void settle() {
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            if (!next.order().progress().isClosed()) {
                Finished ended = next;
                attempt(() -> settler.ended(ended));
            }
        }
        attempt(settlements::advance);
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
