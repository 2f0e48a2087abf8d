package dev.crispconnect.sink;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.delivery.Progress;
import dev.crispconnect.sink.result.ResultTopic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * What must be stored in Kafka before the offset of a command that has its outcome may be committed: its result, and the
 * report of a record that was refused. Never waits. Used by the task's thread only.
 */
final class Settlements {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ResultTopic results;
    private final Time time;
    private final Queue<Settlement> unsent = new ArrayDeque<>();
    private final List<Settlement> unacknowledged = new ArrayList<>();
    private long lastTakenNanos;

    Settlements(ResultTopic results, Time time) {
        this.results = results;
        this.time = time;
        this.lastTakenNanos = time.nanoTime();
    }

    /**
     * Takes a settlement in; {@link #advance} does the rest.
     *
     * @param result made when it is sent, and only if results are wanted
     * @param report done when the refused record is safe
     */
    void add(Progress progress, SinkRecord record, long offset, Supplier<Struct> result, Future<?> report) {
        if (unsent.isEmpty()) {
            lastTakenNanos = time.nanoTime();
        }
        unsent.add(new Settlement(progress, record, offset, result, report, null));
    }

    /**
     * Sends what can be sent, in order, and marks the offsets done whose results and reports are stored.
     *
     * @throws ConnectException when a result or a report cannot be stored; its offset stays undone, others become done
     */
    void advance() {
        try {
            send();
        } finally {
            settleStored();
        }
    }

    /** How many wait to be stored. */
    int outstanding() {
        return unsent.size() + unacknowledged.size();
    }

    private void send() {
        while (!unsent.isEmpty()) {
            Settlement next = unsent.element();
            Optional<Future<?>> taken =
                    next.progress.isClosed() ? Optional.of(next.report) : results.offer(next.record, next.result);
            if (taken.isEmpty()) {
                checkPatience();
                break;
            }
            lastTakenNanos = time.nanoTime();
            unsent.remove();
            unacknowledged.add(next.sent(taken.get()));
        }
    }

    private void settleStored() {
        List<ConnectException> failures = new ArrayList<>();
        unacknowledged.removeIf(each -> each.isOver(failures::add));
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void checkPatience() {
        if (time.nanoTime() - lastTakenNanos > PATIENCE.toNanos()) {
            throw new ConnectException("results could not be written for " + PATIENCE.toSeconds()
                    + " s: check that results.topic exists and that results.producer.bootstrap.servers can be reached");
        }
    }

    private record Settlement(
            Progress progress,
            SinkRecord record,
            long offset,
            Supplier<Struct> result,
            Future<?> report,
            Future<?> stored) {

        Settlement sent(Future<?> acknowledgement) {
            return new Settlement(progress, record, offset, result, report, acknowledgement);
        }

        /** Whether there is nothing left to wait for. */
        boolean isOver(Consumer<ConnectException> onFailure) {
            if (progress.isClosed()) {
                return true;
            }
            if (!report.isDone() || !stored.isDone()) {
                return false;
            }
            try {
                check(report, "a refused record could not be reported to the dead-letter queue");
                check(stored, "a result could not be written to results.topic");
                progress.done(offset);
            } catch (ConnectException notStored) {
                onFailure.accept(notStored);
            }
            return true;
        }

        private static void check(Future<?> done, String otherwise) {
            try {
                done.get();
            } catch (ExecutionException failed) {
                throw new ConnectException(otherwise, failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new ConnectException(otherwise, interrupted);
            }
        }
    }
}
