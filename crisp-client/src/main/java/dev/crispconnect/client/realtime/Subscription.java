package dev.crispconnect.client.realtime;

import java.util.List;

/**
 * Which events to hear of (Crisp API reference, section 5.3).
 *
 * @param events names, as {@link EventNames} has them; at least one
 * @param rooms website ids to be limited to; empty for all that the token reaches
 * @param inboxes inbox ids to be limited to; empty for all
 */
public record Subscription(List<String> events, List<String> rooms, List<String> inboxes) {

    /**
     * Checks and copies the lists.
     *
     * @throws IllegalArgumentException when no event is named
     */
    public Subscription {
        events = List.copyOf(events);
        rooms = List.copyOf(rooms);
        inboxes = List.copyOf(inboxes);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a subscription must name an event");
        }
    }
}
