package dev.crispconnect.client.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of one task: shown while the task runs, and summed up in its last log line. No task fails for a metric that
 * cannot be shown; it counts on unseen.
 *
 * <p>Safe for use by many threads. What is shown is guarded by {@code shown}.
 */
public final class TaskMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMetrics.class);

    private final Exposure exposure;
    private final Map<Key, LongAdder> counters = new ConcurrentHashMap<>();
    private final List<Metric> shown = new ArrayList<>();
    private boolean closed;

    public TaskMetrics(Exposure exposure) {
        this.exposure = exposure;
    }

    private record Key(MetricSpec spec, List<String> tagValues) {}

    /** Counts one more. The counter is shown from its first count on. */
    public void count(MetricSpec spec, String... tagValues) {
        add(spec, 1, tagValues);
    }

    /** Adds to a counter; zero makes it appear. */
    public void add(MetricSpec spec, long amount, String... tagValues) {
        counters.computeIfAbsent(new Key(spec, List.of(tagValues)), this::open).add(amount);
    }

    /** Shows a value that is read when somebody looks; one that fails to be read is NaN. */
    public void gauge(MetricSpec spec, Supplier<Number> value, String... tagValues) {
        show(new Metric(spec, tags(spec, List.of(tagValues)), () -> read(value)));
    }

    /** What was counted so far, summed up by the values of one tag. */
    public Map<String, Long> totals(MetricSpec spec, String tag) {
        int place = spec.tags().indexOf(tag);
        Map<String, Long> totals = new TreeMap<>();
        counters.forEach((key, count) -> {
            if (key.spec.equals(spec) && count.sum() > 0) {
                totals.merge(key.tagValues.get(place), count.sum(), Long::sum);
            }
        });
        return totals;
    }

    /** Shows nothing any more. May be called twice. */
    @Override
    public void close() {
        synchronized (shown) {
            closed = true;
            shown.forEach(this::hide);
            shown.clear();
        }
    }

    private LongAdder open(Key key) {
        LongAdder counter = new LongAdder();
        show(new Metric(key.spec, tags(key.spec, key.tagValues), counter::sum));
        return counter;
    }

    private void show(Metric metric) {
        synchronized (shown) {
            if (closed) {
                return;
            }
            try {
                exposure.show(metric);
                shown.add(metric);
            } catch (IllegalArgumentException | IllegalStateException refused) {
                LOG.warn(
                        "A metric cannot be shown; the task goes on without it: metric={} reason={}",
                        metric.spec().name(),
                        refused.getMessage());
            }
        }
    }

    private void hide(Metric metric) {
        try {
            exposure.hide(metric);
        } catch (IllegalArgumentException | IllegalStateException goneAlready) {
            LOG.debug("A metric was gone already: metric={}", metric.spec().name());
        }
    }

    private static Number read(Supplier<Number> value) {
        try {
            return value.get();
        } catch (RuntimeException unreadable) {
            // thrown into a stranger's reporter it would hide the metrics of others
            return Double.NaN;
        }
    }

    private static Map<String, String> tags(MetricSpec spec, List<String> values) {
        if (spec.tags().size() != values.size()) {
            throw new IllegalArgumentException(spec.name() + " has the tags " + spec.tags());
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            tags.put(spec.tags().get(i), values.get(i));
        }
        return tags;
    }
}
