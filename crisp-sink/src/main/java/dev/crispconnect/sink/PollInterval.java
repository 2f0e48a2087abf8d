package dev.crispconnect.sink;

import java.time.Duration;
import java.util.Map;

/**
 * How long the worker's consumer may go without being polled. A task keeps it waiting longest when partitions are taken
 * away: two seconds for the calls on the wire, one for the results. A consumer with less patience would be thrown out of
 * its group in the middle.
 */
final class PollInterval {

    private static final String KEY = "consumer.override.max.poll.interval.ms";

    private static final Duration LEAST = Duration.ofSeconds(10);

    private PollInterval() {}

    /**
     * What is wrong with the interval that the connector sets for its consumers, if it sets one, as key and message.
     *
     * @param properties as given, since it is Connect's own setting
     */
    static Map<String, String> conflicts(Map<String, String> properties) {
        String given = properties.getOrDefault(KEY, "").strip();
        if (!given.matches("[0-9]{1,9}") || Long.parseLong(given) >= LEAST.toMillis()) {
            return Map.of();
        }
        return Map.of(
                KEY,
                "it is " + given + ", but must not be below " + LEAST.toMillis()
                        + ": a task needs up to 3 s to let go of a partition");
    }
}
