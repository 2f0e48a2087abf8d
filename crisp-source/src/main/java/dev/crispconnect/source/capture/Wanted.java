package dev.crispconnect.source.capture;

import dev.crispconnect.client.Tier;
import dev.crispconnect.client.realtime.EventNames;
import dev.crispconnect.client.realtime.Subscription;
import dev.crispconnect.source.record.Feed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Of what a task is to hear, and by which kind of token. Pure.
 *
 * @param websiteIds of this task's units, in order and once each; at least one
 * @param events as {@link EventNames} has them; empty when nothing is to be heard, and then there is no connection
 */
public record Wanted(Tier tier, List<String> websiteIds, List<String> events) {

    /**
     * Those that say something about messages, and by which messages were read, as that may be the only trace of one that was
     * not told; others tell who types and what was delivered.
     */
    private static final List<String> MESSAGES = List.of(
            "message:send",
            "message:received",
            "message:updated",
            "message:removed",
            "message:acknowledge:read:send",
            "message:acknowledge:read:received");

    /** Those that change nothing of a conversation that is emitted: presence, page views, a visitor's clicks, failures. */
    private static final Set<String> ASIDE =
            Set.of("session:update_availability", "session:sync:pages", "session:sync:events", "session:error");

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when no website is named
     */
    public Wanted {
        websiteIds = websiteIds.stream().distinct().sorted().toList();
        events = List.copyOf(events);
        if (websiteIds.isEmpty()) {
            throw new IllegalArgumentException("a task hears of a website");
        }
    }

    /** What these feeds need: nothing, where there is no event for what they emit. */
    public static Wanted by(Set<Feed> feeds, Tier tier, Collection<String> websiteIds) {
        if (feeds.contains(Feed.EVENTS)) {
            return new Wanted(tier, List.copyOf(websiteIds), everything(tier));
        }
        List<String> events = new ArrayList<>();
        if (feeds.contains(Feed.CONVERSATIONS) || feeds.contains(Feed.MESSAGES)) {
            events.addAll(MESSAGES);
            EventNames.SESSIONS.stream().filter(name -> !ASIDE.contains(name)).forEach(events::add);
        }
        if (feeds.contains(Feed.PEOPLE)) {
            events.addAll(EventNames.PEOPLE);
        }
        if (!events.isEmpty()) {
            events.add(EventNames.SUBSCRIPTION_UPDATED);
        }
        return new Wanted(tier, List.copyOf(websiteIds), events);
    }

    private static List<String> everything(Tier tier) {
        return EventNames.of(tier).stream()
                .filter(name -> !Withheld.holds(name))
                .toList();
    }

    /** Whether there is anything to hear of. */
    public boolean isAnything() {
        return !events.isEmpty();
    }

    Subscription subscription() {
        return new Subscription(events, websiteIds, List.of());
    }
}
