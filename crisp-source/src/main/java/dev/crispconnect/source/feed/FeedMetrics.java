package dev.crispconnect.source.feed;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Feed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the feeds tell of themselves. */
public final class FeedMetrics {

    private static final String FEED = "feed";
    private static final String WEBSITE = "website";
    private static final String UNIT = "unit";

    private static final MetricSpec RECORDS = MetricSpec.counter(
            "records-total",
            "",
            "Records made, by `feed`. Those that the worker has not taken yet are in buffered-records too.",
            FEED);

    private static final MetricSpec BUFFERED = MetricSpec.gauge(
            "buffered-records",
            "",
            "Records that wait for the worker to take them. Many for long: Kafka is slower than Crisp.");

    private static final MetricSpec CALLS_LEFT = MetricSpec.gauge(
            "calls-left",
            "",
            "Calls that the task may still send today (UTC) by quota.requests.per.day. NaN for any number.");

    private static final MetricSpec LOOKS = MetricSpec.counter(
            "looks-total",
            "",
            "Looks at what has changed in the `unit` (inbox, people, directory) of a `website`.",
            WEBSITE,
            UNIT);

    private static final MetricSpec WATERMARK_AGE = MetricSpec.gauge(
            "watermark-age",
            "ms",
            "How long ago, by Crisp's clock, the time was up to which every change has been emitted. Between looks it grows"
                    + " to the poll interval; beyond twice that, something is stuck. NaN until Crisp has answered.",
            WEBSITE,
            UNIT);

    private static final MetricSpec BACKFILL_DONE = MetricSpec.gauge(
            "backfill-done",
            "",
            "1 when the past has been emitted, 0 while it has not, or is emitted once more.",
            WEBSITE,
            UNIT);

    private static final MetricSpec BACKFILL_AGE = MetricSpec.gauge(
            "backfill-cursor-age",
            "ms",
            "How far the walk through the past has come: the age of what it emitted last, by its creation date. Grows until"
                    + " the beginning of the workspace is reached. NaN before the walk, and when it is done.",
            WEBSITE,
            UNIT);

    private static final MetricSpec BACKFILL_ELEMENTS = MetricSpec.counter(
            "backfill-elements-total",
            "",
            "Conversations or contacts of the past that the walk has come by, those that snapshot.since leaves out included"
                    + " where they had to be read.",
            WEBSITE,
            UNIT);

    private static final MetricSpec BACKFILL_LEFT = MetricSpec.gauge(
            "backfill-elements-left",
            "",
            "About how many the walk has still to come by. NaN when that is not known, as always with conversations: Crisp"
                    + " does not tell how many there are. NaN, too, when it is done.",
            WEBSITE,
            UNIT);

    private static final MetricSpec BACKFILL_ENDS = MetricSpec.gauge(
            "backfill-ends-in",
            "ms",
            "When the walk ends, from now, at the calls that it has cost so far for each element and that the day's budget"
                    + " leaves. NaN when it is not known how many elements are left, or when it is done.",
            WEBSITE,
            UNIT);

    /** What this shows. */
    public static final List<MetricSpec> ALL = List.of(
            RECORDS,
            BUFFERED,
            CALLS_LEFT,
            LOOKS,
            WATERMARK_AGE,
            BACKFILL_DONE,
            BACKFILL_AGE,
            BACKFILL_ELEMENTS,
            BACKFILL_LEFT,
            BACKFILL_ENDS);

    private final TaskMetrics metrics;
    private final Time time;

    public FeedMetrics(TaskMetrics metrics, Time time) {
        this.metrics = metrics;
        this.time = time;
    }

    /** How many records were made, by feed. */
    public static Map<String, Long> records(TaskMetrics metrics) {
        return metrics.totals(RECORDS, FEED);
    }

    /** Shows these feeds from now on, at zero, and how much is buffered. */
    void start(Set<Feed> feeds, Supplier<Number> buffered, Supplier<Number> callsLeft) {
        metrics.gauge(CALLS_LEFT, callsLeft);
        feeds.forEach(feed -> metrics.add(RECORDS, 0, feed.wire()));
        metrics.gauge(BUFFERED, buffered);
    }

    /** Shows a unit from now on. */
    UnitMetrics unit(UnitKey key) {
        String website = key.websiteId();
        String unit = key.unit().wire();
        UnitMetrics shown = new UnitMetrics(
                time,
                () -> metrics.count(LOOKS, website, unit),
                feed -> metrics.count(RECORDS, feed.wire()),
                () -> metrics.count(BACKFILL_ELEMENTS, website, unit));
        metrics.add(LOOKS, 0, website, unit);
        if (key.unit() != Unit.DIRECTORY) {
            // a directory has no time of change, and so neither a watermark nor a past
            metrics.gauge(WATERMARK_AGE, shown::watermarkAgeMillis, website, unit);
            metrics.gauge(BACKFILL_DONE, shown::backfillDone, website, unit);
            metrics.gauge(BACKFILL_AGE, shown::backfillAgeMillis, website, unit);
            metrics.add(BACKFILL_ELEMENTS, 0, website, unit);
            metrics.gauge(BACKFILL_LEFT, shown::pastElementsLeft, website, unit);
            metrics.gauge(BACKFILL_ENDS, shown::pastEndsInMillis, website, unit);
        }
        return shown;
    }
}
