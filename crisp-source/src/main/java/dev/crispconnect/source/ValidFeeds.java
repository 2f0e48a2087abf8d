package dev.crispconnect.source;

import dev.crispconnect.source.record.Feed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The feeds there are: recommended to those who fill in a form, and checked. */
final class ValidFeeds implements ConfigDef.Validator, ConfigDef.Recommender {

    private static final List<String> ALL =
            Arrays.stream(Feed.values()).map(Feed::wire).toList();

    @Override
    public void ensureValid(String name, Object value) {
        if (!(value instanceof List<?> feeds) || feeds.isEmpty()) {
            throw new ConfigException(name, value, "it must name at least one of " + ALL);
        }
        for (Object feed : feeds) {
            if (!ALL.contains(feed.toString())) {
                throw new ConfigException(name, feed, "it must be one of " + ALL);
            }
        }
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.copyOf(ALL);
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return true;
    }

    @Override
    public String toString() {
        return "any of " + ALL;
    }
}
