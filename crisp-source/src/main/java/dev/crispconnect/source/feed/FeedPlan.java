package dev.crispconnect.source.feed;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.RecordStyle;
import java.time.Duration;
import java.util.Set;

/**
 * What is read, how often, and where it goes.
 *
 * @param feeds what is emitted
 * @param style how it looks
 * @param inbox when to look at conversations
 * @param people when to look at contacts
 * @param peopleData whether contacts come with their custom data
 * @param directoryInterval from one look at operators and settings to the next
 * @param backoff how long to wait before a read is repeated
 */
public record FeedPlan(
        Set<Feed> feeds,
        RecordStyle style,
        Rhythm inbox,
        Rhythm people,
        boolean peopleData,
        Duration directoryInterval,
        Backoff backoff) {

    public FeedPlan {
        feeds = Set.copyOf(feeds);
    }

    /** Named values for a log line. */
    public String describe() {
        return "feeds=" + feeds.stream().map(Feed::wire).sorted().toList() + " topics="
                + style.topics().pattern()
                + " pollIntervalMs="
                + inbox.pollInterval().toMillis() + " peoplePollIntervalMs="
                + people.pollInterval().toMillis();
    }
}
