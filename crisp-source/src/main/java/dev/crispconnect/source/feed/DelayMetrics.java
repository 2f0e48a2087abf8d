package dev.crispconnect.source.feed;

import dev.crispconnect.client.metrics.MetricSpec;
import dev.crispconnect.client.metrics.RecentTimes;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.record.Feed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How long after something happened its record is made. Written by the reading thread, read by any. */
final class DelayMetrics {

    private static final String FEED = "feed";

    /** Those whose records tell when it happened. */
    private static final Set<Feed> TIMED = EnumSet.of(Feed.CONVERSATIONS, Feed.MESSAGES, Feed.PEOPLE);

    private static final MetricSpec LAST = MetricSpec.gauge(
            "record-delay-last",
            "ms",
            "Time from when it happened, by Crisp's clock, to when its record was made, by the worker's, of the newest"
                    + " record of a `feed` (conversations, messages, people). Not of the past, of edits or of removals. A"
                    + " wrong clock of the worker shows here. NaN before the first.",
            FEED);

    private static final MetricSpec MAX = MetricSpec.gauge(
            "record-delay-max",
            "ms",
            "The longest of them in the last minute. Long after an outage or a restart, as what happened meanwhile comes"
                    + " late. NaN for none.",
            FEED);

    static final List<MetricSpec> ALL = List.of(LAST, MAX);

    private final TaskMetrics metrics;
    private final Map<Feed, RecentTimes> recent = new EnumMap<>(Feed.class);
    private final Map<Feed, Double> last = new ConcurrentHashMap<>();

    DelayMetrics(TaskMetrics metrics, Time time) {
        this.metrics = metrics;
        TIMED.forEach(feed -> recent.put(feed, new RecentTimes(time)));
    }

    /** Shows those of these feeds from now on. */
    void start(Set<Feed> feeds) {
        for (Feed feed : TIMED) {
            if (feeds.contains(feed)) {
                metrics.gauge(LAST, () -> last.getOrDefault(feed, Double.NaN), feed.wire());
                metrics.gauge(MAX, recent.get(feed)::maximum, feed.wire());
            }
        }
    }

    /** @param feed one whose records tell when it happened */
    void add(Feed feed, Duration delay) {
        last.put(feed, (double) delay.toMillis());
        recent.get(feed).add(delay);
    }
}
