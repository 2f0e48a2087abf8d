package dev.crispconnect.sink;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Which topics a connector reads: Connect's own settings {@code topics} and {@code topics.regex}. Pure. */
final class ReadTopics {

    private ReadTopics() {}

    /**
     * Whether a topic is among them.
     *
     * @param properties of the connector, as given
     */
    static boolean contain(String topic, Map<String, String> properties) {
        return Arrays.stream(properties.getOrDefault("topics", "").split(","))
                        .anyMatch(listed -> listed.strip().equals(topic))
                || matches(properties.getOrDefault("topics.regex", ""), topic);
    }

    private static boolean matches(String regex, String topic) {
        try {
            return topic.matches(regex);
        } catch (PatternSyntaxException saidByConnect) {
            return false;
        }
    }
}
