package dev.crispconnect.source.feed;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.Topics;
import java.util.Set;

/**
 * What is read, how often, and where it goes.
 *
 * @param feeds what is emitted
 * @param inbox when to look at conversations
 * @param people when to look at contacts
 * @param backoff how long to wait before a read is repeated
 */
public record FeedPlan(Set<Feed> feeds, Topics topics, Rhythm inbox, Rhythm people, Backoff backoff) {

    public FeedPlan {
        feeds = Set.copyOf(feeds);
    }

    /** Named values for a log line. */
    public String describe() {
        return "feeds=" + feeds.stream().map(Feed::wire).sorted().toList() + " topics=" + topics.pattern()
                + " pollIntervalMs="
                + inbox.pollInterval().toMillis() + " peoplePollIntervalMs="
                + people.pollInterval().toMillis();
    }
}
