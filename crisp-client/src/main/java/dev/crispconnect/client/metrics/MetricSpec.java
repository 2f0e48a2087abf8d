package dev.crispconnect.client.metrics;

import java.util.List;
import java.util.Objects;

/**
 * What a metric is. Declared once as a constant, which the code counts with and the documentation is made from.
 *
 * @param name in words joined by hyphens, as Kafka names its own
 * @param unit such as {@code ms}; empty for a plain number
 * @param tags what tells several values of it apart, in order; never anything without a bound, such as ids of conversations
 */
public record MetricSpec(String name, Kind kind, String unit, String description, List<String> tags) {

    /** How a value moves. */
    public enum Kind {
        /** Only grows, from zero at the start of the task. */
        COUNTER,
        /** Says how it is now; NaN when nobody knows. */
        GAUGE
    }

    public MetricSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(description, "description");
        tags = List.copyOf(tags);
    }

    /** The name tells metrics apart; it is hashed with each count. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public static MetricSpec counter(String name, String unit, String description, String... tags) {
        return new MetricSpec(name, Kind.COUNTER, unit, description, List.of(tags));
    }

    public static MetricSpec gauge(String name, String unit, String description, String... tags) {
        return new MetricSpec(name, Kind.GAUGE, unit, description, List.of(tags));
    }
}
