package dev.crispconnect.sink;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import dev.crispconnect.sink.delivery.Finished;
import dev.crispconnect.sink.delivery.Order;
import dev.crispconnect.sink.delivery.Outcome;
import dev.crispconnect.sink.delivery.Progress;
import dev.crispconnect.sink.result.CommandResult;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each record what is due to it: it is counted, a result says what became of it, and where it was refused it is
 * reported. Used by the task's thread only.
 */
final class Settler {

    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final Future<?> NOTHING_TO_REPORT = CompletableFuture.completedFuture(null);

    private final Settlements settlements;
    private final ErrantRecords errantRecords;
    private final SinkMetrics metrics;
    private final Time time;

    Settler(Settlements settlements, ErrantRecords errantRecords, SinkMetrics metrics, Time time) {
        this.settlements = settlements;
        this.errantRecords = errantRecords;
        this.metrics = metrics;
        this.time = time;
    }

    /**
     * A command has its outcome.
     *
     * @throws ConnectException when nothing more can be done until an operator acts
     */
    void ended(Finished finished) {
        Order order = finished.order();
        Outcome outcome = finished.outcome();
        metrics.ended(finished);
        LOG.debug(
                "Command ended: id={} command={} outcome={} status={} attempts={} latencyMs={}",
                order.command().commandId(),
                order.command().command().name(),
                outcome.word(),
                outcome.status(),
                finished.attempts(),
                finished.latency().toMillis());
        if (outcome instanceof Outcome.Fatal fatal) {
            throw new ConnectException(order.at().describe() + ": " + fatal.reason(), fatal.cause());
        }
        Future<?> report = outcome instanceof Outcome.Refused refused
                ? errantRecords.report(order.record(), order.at(), refused.describe())
                : NOTHING_TO_REPORT;
        settlements.add(
                order.progress(), order.record(), order.at().offset(), () -> CommandResult.of(finished), report);
    }

    /** A record is no command. */
    void rejected(Parsed.Rejected rejected, SinkRecord record, Coordinates at, Progress progress) {
        metrics.rejected(rejected.command());
        Instant now = time.now();
        settlements.add(
                progress,
                record,
                at.offset(),
                () -> CommandResult.of(rejected, at, now),
                errantRecords.report(record, at, rejected.reason()));
    }

    /** A record has no value, and need not have one. */
    void ignored(Progress progress, Coordinates at) {
        metrics.ignored();
        progress.done(at.offset());
    }
}
