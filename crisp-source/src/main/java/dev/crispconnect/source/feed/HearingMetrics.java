package dev.crispconnect.source.feed;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import java.util.List;

/** How well units hear. Where nothing is heard, by choice, nothing is shown. */
final class HearingMetrics {

    private static final String WEBSITE = "website";
    private static final String UNIT = "unit";

    private static final MetricSpec GAP_OPEN = MetricSpec.gauge(
            "gap-open",
            "",
            "1 while the `unit` may not be told of something, from a start, a lost connection or lost events until what"
                    + " happened meanwhile has been read; 0 while it is told of everything.",
            WEBSITE,
            UNIT);

    private static final MetricSpec GAP_TIME =
            MetricSpec.counter("gap-time-total", "ms", "Time for which gap-open was 1.", WEBSITE, UNIT);

    private static final MetricSpec QUEUED = MetricSpec.gauge(
            "queued-reads",
            "",
            "Pieces of reading that events have called for and that wait for the next look. Many for long: more changes"
                    + " than the day's calls allow to follow at once.",
            WEBSITE,
            UNIT);

    private static final MetricSpec TOLD_AGAIN = MetricSpec.counter(
            "known-events-total",
            "",
            "Events that told what was emitted before, because it had been read first or Crisp told it twice.",
            WEBSITE,
            UNIT);

    private static final MetricSpec REPAIRED = MetricSpec.counter(
            "repaired-messages-total",
            "",
            "Messages that should have been told and were found by reading only. Growing while gap-open is 0: Crisp does"
                    + " not tell the token everything, so check its scopes.",
            WEBSITE,
            UNIT);

    static final List<MetricSpec> ALL = List.of(GAP_OPEN, GAP_TIME, QUEUED, TOLD_AGAIN, REPAIRED);

    private final TaskMetrics metrics;

    HearingMetrics(TaskMetrics metrics) {
        this.metrics = metrics;
    }

    /** Shows a unit from now on. */
    void start(UnitKey key, UnitMetrics shown) {
        String website = key.websiteId();
        String unit = key.unit().wire();
        metrics.gauge(GAP_OPEN, shown::gapOpen, website, unit);
        metrics.add(GAP_TIME, 0, website, unit);
        if (key.unit() != Unit.EVENTS) {
            metrics.gauge(QUEUED, shown::queued, website, unit);
        }
        if (key.unit() == Unit.INBOX) {
            metrics.add(TOLD_AGAIN, 0, website, unit);
            metrics.add(REPAIRED, 0, website, unit);
        }
    }

    void toldAgain(String website, String unit) {
        metrics.count(TOLD_AGAIN, website, unit);
    }

    void repaired(long messages, String website, String unit) {
        if (messages > 0) {
            metrics.add(REPAIRED, messages, website, unit);
        }
    }

    void gapLasted(long millis, String website, String unit) {
        metrics.add(GAP_TIME, millis, website, unit);
    }
}
