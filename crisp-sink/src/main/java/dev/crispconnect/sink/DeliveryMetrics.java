package dev.crispconnect.sink;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.sink.command.Command;
import dev.crispconnect.sink.delivery.DeliveryObserver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What executing commands took besides their calls: waiting, repeating, looking up. Safe for use by many threads. */
final class DeliveryMetrics implements DeliveryObserver {

    private static final String COMMAND = "command";
    private static final String DOUBT = "doubt";
    private static final String ID = "id";

    private static final MetricSpec REPEATED = MetricSpec.counter(
            "commands-repeated-total",
            "",
            "Times that a call of a command was put off to be sent again later: it was throttled or not served.",
            COMMAND);

    private static final MetricSpec WAITS = MetricSpec.counter(
            "throttle-waits-total",
            "",
            "Calls that could not be sent at once, because of Crisp's limits, the rate limit or the day's budget.");

    private static final MetricSpec WAIT_TIME = MetricSpec.counter(
            "throttle-wait-time-total", "ms", "Time that these calls were told to wait, added up as each wait begins.");

    private static final MetricSpec LOOKUPS = MetricSpec.counter(
            "lookups-total",
            "",
            "Calls spent on finding out whether something had been done. `doubt`: `assignment` (the partition came from"
                    + " somebody who may have done it); `answer` (the answer was lost).",
            DOUBT);

    private static final MetricSpec NOT_FOUND = MetricSpec.counter(
            "lookups-not-found-total", "", "Times that a look-up showed that it had not been done.", DOUBT);

    private static final MetricSpec AVOIDED = MetricSpec.counter(
            "duplicates-avoided-total",
            "",
            "Times that something was not done a second time. `doubt`: `assignment`, `answer` (a look-up found it); `id`"
                    + " (a command came again under an id that was executed).",
            DOUBT);

    /** What this shows. */
    static final List<MetricSpec> ALL = List.of(REPEATED, WAITS, WAIT_TIME, LOOKUPS, NOT_FOUND, AVOIDED);

    private final TaskMetrics metrics;

    DeliveryMetrics(TaskMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void waits(boolean first, Duration wait) {
        if (first) {
            metrics.count(WAITS);
        }
        metrics.add(WAIT_TIME, wait.toMillis());
    }

    @Override
    public void repeats(Command command) {
        metrics.count(REPEATED, command.name());
    }

    @Override
    public void looksUp(Doubt doubt) {
        metrics.count(LOOKUPS, word(doubt));
    }

    @Override
    public void found(Doubt doubt) {
        metrics.count(AVOIDED, word(doubt));
    }

    @Override
    public void notFound(Doubt doubt) {
        metrics.count(NOT_FOUND, word(doubt));
    }

    @Override
    public void knownId() {
        metrics.count(AVOIDED, ID);
    }

    /** Calls that were spent on look-ups, by doubt. */
    Map<String, Long> lookups() {
        return metrics.totals(LOOKUPS, DOUBT);
    }

    /** What was not done twice, by doubt. */
    Map<String, Long> duplicatesAvoided() {
        return metrics.totals(AVOIDED, DOUBT);
    }

    private static String word(Doubt doubt) {
        return doubt.name().toLowerCase(Locale.ROOT);
    }
}
