package dev.crispconnect.client.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One value that is shown.
 *
 * @param tags by name, in the order of the spec
 * @param value read by any thread at any time; neither blocks nor throws
 */
public record Metric(MetricSpec spec, Map<String, String> tags, Supplier<Number> value) {

    public Metric {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}
