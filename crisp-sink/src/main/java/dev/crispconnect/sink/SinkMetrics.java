package dev.crispconnect.sink;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.RecentTimes;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.delivery.Finished;
import dev.crispconnect.sink.delivery.Lanes;
import dev.crispconnect.sink.delivery.Outcome;
import dev.crispconnect.sink.delivery.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the sink tells of itself.
 *
 * <p>Written by the task's thread, read by any: the numbers are volatile, the rest is safe by itself.
 */
final class SinkMetrics {

    private static final String COMMAND = "command";
    private static final String OUTCOME = "outcome";
    private static final String KIND = "kind";
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

    private static final MetricSpec TIME = MetricSpec.counter(
            "command-time-total",
            "ms",
            "Time that commands took from coming from Kafka to their outcome, waiting for their turn included. Divided by"
                    + " commands-total: the average.",
            COMMAND,
            OUTCOME);

    private static final MetricSpec TIME_AVG = MetricSpec.gauge(
            "command-time-avg",
            "ms",
            "The same, averaged over the commands that ended in the last minute. NaN for none.");

    private static final MetricSpec TIME_MAX = MetricSpec.gauge(
            "command-time-max", "ms", "The longest of the commands that ended in the last minute. NaN for none.");

    private static final MetricSpec REFUSALS = MetricSpec.counter(
            "refusals-total",
            "",
            "Records that were refused. `kind`: `record` (it is no command); `request` (Crisp does not take it); `missing`"
                    + " (what it names does not exist); `plan` (of a look-up: 402); `deadline` (not served within"
                    + " retry.deadline.ms); `impossible` (an answer or the settings showed it).",
            KIND);

    private static final MetricSpec IN_FLIGHT = MetricSpec.gauge(
            "commands-in-flight",
            "",
            "Commands that are being executed, those that wait to be repeated included: at most max.in.flight.");

    private static final MetricSpec BUFFERED = MetricSpec.gauge(
            "commands-buffered",
            "",
            "Records without an outcome, those in flight included. At max.buffered.records all partitions are paused.");

    private static final MetricSpec PAUSED = MetricSpec.gauge(
            "partitions-paused",
            "",
            "Partitions that are paused, as their share of the buffer is full. For long: Crisp is slower than records come.");

    private static final MetricSpec UNSTORED = MetricSpec.gauge(
            "results-unstored",
            "",
            "Outcomes whose result or report the brokers have not acknowledged. Their offsets are not committed.");

    private static final MetricSpec RATE = MetricSpec.gauge(
            "calls-per-second-limit",
            "",
            "Calls a second that the task sends at most now, by rate.limit.requests.per.second and what Crisp has refused."
                    + " NaN for any number.");

    private static final MetricSpec CALLS_LEFT = MetricSpec.gauge(
            "calls-left",
            "",
            "Calls that the task may still send today (UTC) by quota.requests.per.day. NaN for any number.");

    /** What this shows. */
    static final List<MetricSpec> ALL = List.of(
            COMMANDS,
            REFUSALS,
            LATENCY,
            LATENCY_AVG,
            LATENCY_MAX,
            TIME,
            TIME_AVG,
            TIME_MAX,
            IN_FLIGHT,
            BUFFERED,
            PAUSED,
            UNSTORED,
            RATE,
            CALLS_LEFT);

    private final TaskMetrics metrics;
    private final Time time;
    private final RecentTimes latencies;
    private final RecentTimes times;
    private volatile int buffered;
    private volatile int paused;
    private volatile int unstored;

    /** Shows the task from now on. */
    SinkMetrics(TaskMetrics metrics, Time time, Lanes lanes) {
        this.metrics = metrics;
        this.time = time;
        this.times = new RecentTimes(time);
        this.latencies = new RecentTimes(time);
        metrics.gauge(LATENCY_AVG, latencies::average);
        metrics.gauge(LATENCY_MAX, latencies::maximum);
        metrics.gauge(TIME_AVG, times::average);
        metrics.gauge(TIME_MAX, times::maximum);
        metrics.gauge(IN_FLIGHT, lanes::inFlight);
        metrics.gauge(BUFFERED, () -> buffered);
        metrics.gauge(PAUSED, () -> paused);
        metrics.gauge(UNSTORED, () -> unstored);
        metrics.gauge(RATE, lanes::callsPerSecond);
        metrics.gauge(CALLS_LEFT, lanes::callsLeft);
    }

    /** A command was executed, or refused by Crisp. */
    void ended(Finished finished) {
        String command = finished.order().command().command().name();
        String outcome = finished.outcome().word();
        metrics.count(COMMANDS, command, outcome);
        metrics.add(LATENCY, finished.latency().toMillis(), command, outcome);
        latencies.add(finished.latency());
        Duration sinceTaken =
                Duration.ofNanos(time.nanoTime() - finished.order().takenNanos());
        metrics.add(TIME, sinceTaken.toMillis(), command, outcome);
        times.add(sinceTaken);
        if (finished.outcome() instanceof Outcome.Refused refused) {
            metrics.count(REFUSALS, refused.kind().word());
        }
    }

    /** A record had no value. */
    void ignored() {
        metrics.count(COMMANDS, NONE, "ignored");
    }

    /** @param command null where the record named no known one */
    void rejected(String command) {
        metrics.count(COMMANDS, command == null ? NONE : command, "refused");
        metrics.count(REFUSALS, Refusal.RECORD.word());
    }

    /**
     * How much there is now.
     *
     * @param records without an outcome
     * @param pausedPartitions that the worker brings nothing of
     * @param unstoredOutcomes that wait for the brokers
     */
    void waiting(int records, int pausedPartitions, int unstoredOutcomes) {
        buffered = records;
        paused = pausedPartitions;
        unstored = unstoredOutcomes;
    }

    /** How many records had which outcome. */
    Map<String, Long> totals() {
        return metrics.totals(COMMANDS, OUTCOME);
    }
}
