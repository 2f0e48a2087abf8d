package dev.crispconnect.client.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what is shown. Safe for use by many threads. */
public final class RecordingExposure implements Exposure {

    private final Map<String, Metric> shown = new ConcurrentHashMap<>();

    @Override
    public void show(Metric metric) {
        if (shown.putIfAbsent(name(metric), metric) != null) {
            throw new IllegalArgumentException(name(metric) + " is shown already");
        }
    }

    @Override
    public void hide(Metric metric) {
        if (shown.remove(name(metric)) == null) {
            throw new IllegalArgumentException(name(metric) + " is not shown");
        }
    }

    /** Every value, by name and tags such as {@code looks-total{website=w, unit=inbox}}. */
    public Map<String, Number> values() {
        Map<String, Number> values = new TreeMap<>();
        shown.forEach((name, metric) -> values.put(name, metric.value().get()));
        return values;
    }

    /** The one value of this name and tags; null when it is not shown. */
    public Number value(String name) {
        return values().get(name);
    }

    /** Whether this was declared in one of the lists that the documentation is made from. */
    public boolean isDeclaredIn(Iterable<MetricSpec> declared) {
        return shown.values().stream().allMatch(metric -> {
            for (MetricSpec spec : declared) {
                if (spec.equals(metric.spec())) {
                    return true;
                }
            }
            return false;
        });
    }

    private static String name(Metric metric) {
        return metric.tags().isEmpty() ? metric.spec().name() : metric.spec().name() + metric.tags();
    }
}
