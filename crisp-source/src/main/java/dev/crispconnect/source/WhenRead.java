package dev.crispconnect.source;

import dev.crispconnect.source.record.Feed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** Shows a setting only where one of these feeds is read, as it has no effect elsewhere. */
final class WhenRead implements ConfigDef.Recommender {

    private final List<String> feeds;

    WhenRead(Feed... feeds) {
        this.feeds = Arrays.stream(feeds).map(Feed::wire).toList();
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
        return List.of();
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsedConfig) {
        return !(parsedConfig.get(SourceSettings.FEEDS) instanceof List<?> read)
                || read.stream().anyMatch(feed -> feeds.contains(feed.toString()));
    }
}
