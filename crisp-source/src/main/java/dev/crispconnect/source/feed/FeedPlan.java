package dev.crispconnect.source.feed;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.budget.Patience;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.RecordStyle;
import java.util.Set;

/**
 * What is read, how often, and where it goes.
 *
 * @param feeds what is emitted
 * @param style how it looks
 * @param hearing whether changes are heard of as they happen, or looked for only
 * @param pacing when to look
 * @param peopleData whether contacts come with their custom data
 * @param snapshot what is wanted of the past
 * @param budget how many calls this task may send a day
 * @param patience how long to wait when the token is limited
 * @param backoff how long to wait before a read is repeated
 */
public record FeedPlan(
        Set<Feed> feeds,
        RecordStyle style,
        boolean hearing,
        Pacing pacing,
        boolean peopleData,
        Snapshot snapshot,
        BudgetSettings budget,
        Patience patience,
        Backoff backoff) {

    /** How many calls a task sends, at most, before their answers are needed: for elements, and for a page of them. */
    public static final int MOST_EARLY_CALLS = Elements.MOST_ASKED + 1;

    public FeedPlan {
        feeds = Set.copyOf(feeds);
    }

    /** Named values for a log line. */
    public String describe() {
        return "feeds=" + feeds.stream().map(Feed::wire).sorted().toList() + " topics="
                + style.topics().pattern() + " " + snapshot.describe();
    }
}
