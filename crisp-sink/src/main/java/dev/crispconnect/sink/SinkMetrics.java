package dev.crispconnect.sink;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.RecentTimes;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.delivery.Finished;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the sink tells of itself.
 *
 * <p>Written by the task's thread, read by any: {@code buffered} is volatile, the rest is safe by itself.
 */
final class SinkMetrics {

    private static final String COMMAND = "command";
    private static final String OUTCOME = "outcome";
    private static final String NONE = "none";

    private static final MetricSpec COMMANDS = MetricSpec.counter(
            "commands-total",
            "",
            "Records that have their outcome. `command` is the command's name, `none` where the record names no known one."
                    + " `outcome`: `delivered`; `skipped` (it was done before); `refused`; `fatal`"
                    + " (the task failed on it); `ignored` (no value).",
            COMMAND,
            OUTCOME);

    private static final MetricSpec LATENCY = MetricSpec.counter(
            "command-latency-total",
            "ms",
            "Time that commands took from their first call to their last answer, repetitions and waits included. Divided by"
                    + " commands-total: the average.",
            COMMAND,
            OUTCOME);

    private static final MetricSpec LATENCY_AVG = MetricSpec.gauge(
            "command-latency-avg",
            "ms",
            "The same, averaged over the commands that ended in the last minute. NaN for none.");

    private static final MetricSpec LATENCY_MAX = MetricSpec.gauge(
            "command-latency-max", "ms", "The longest of the commands that ended in the last minute. NaN for none.");

    private static final MetricSpec IN_FLIGHT = MetricSpec.gauge(
            "commands-in-flight",
            "",
            "Commands that are being executed, those that wait to be repeated included: at most max.in.flight.");

    private static final MetricSpec BUFFERED = MetricSpec.gauge(
            "commands-buffered",
            "",
            "Records without an outcome, those in flight included. At max.buffered.records the partitions are paused.");

    /** What this shows. */
    static final List<MetricSpec> ALL = List.of(COMMANDS, LATENCY, LATENCY_AVG, LATENCY_MAX, IN_FLIGHT, BUFFERED);

    private final TaskMetrics metrics;
    private final RecentTimes latencies;
    private volatile int buffered;

    /** Shows the task from now on. */
    SinkMetrics(TaskMetrics metrics, Time time, Supplier<Number> inFlight) {
        this.metrics = metrics;
        this.latencies = new RecentTimes(time);
        metrics.gauge(LATENCY_AVG, latencies::average);
        metrics.gauge(LATENCY_MAX, latencies::maximum);
        metrics.gauge(IN_FLIGHT, inFlight);
        metrics.gauge(BUFFERED, () -> buffered);
    }

    /** A command was executed, or refused by Crisp. */
    void ended(Finished finished) {
        String command = finished.order().command().command().name();
        String outcome = finished.outcome().word();
        metrics.count(COMMANDS, command, outcome);
        metrics.add(LATENCY, finished.latency().toMillis(), command, outcome);
        latencies.add(finished.latency());
    }

    /** A record had no value. */
    void ignored() {
        metrics.count(COMMANDS, NONE, "ignored");
    }

    /** @param command null where the record named no known one */
    void rejected(String command) {
        metrics.count(COMMANDS, command == null ? NONE : command, "refused");
    }

    void buffered(int records) {
        buffered = records;
    }

    /** How many records had which outcome. */
    Map<String, Long> totals() {
        return metrics.totals(COMMANDS, OUTCOME);
    }
}
