package dev.crispconnect.sink;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigValue;

/**
 * How long the worker's consumer may go without being polled. A task keeps it waiting longest when partitions are taken
 * away: two seconds for the calls on the wire, one for the results. A consumer with less patience would be thrown out of
 * its group in the middle.
 */
final class PollInterval {

    static final String KEY = "consumer.override.max.poll.interval.ms";

    private static final Duration LEAST = Duration.ofSeconds(10);

    private PollInterval() {}

    /** What is wrong with the interval that the connector sets for its consumers, if it sets one. */
    static Optional<ConfigValue> flaw(Map<String, String> connectorConfigs) {
        String given = connectorConfigs.get(KEY);
        if (given == null
                || !given.strip().matches("[0-9]{1,9}")
                || Long.parseLong(given.strip()) >= LEAST.toMillis()) {
            return Optional.empty();
        }
        String error = KEY + " is " + given + ", but must not be below " + LEAST.toMillis()
                + ": a task needs up to 3 s to let go of a partition";
        return Optional.of(new ConfigValue(KEY, given, List.of(), List.of(error)));
    }
}
