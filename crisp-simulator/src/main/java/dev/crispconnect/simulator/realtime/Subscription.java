package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.event.Event;
import java.util.Set;

/**
 * What an authenticated socket hears (Crisp API reference, sections 5.3 and 5.4).
 *
 * @param events names on the wire
 * @param wantedRooms the websites it asked for; empty for all that the token reaches
 * @param rooms the websites that came of it when it last authenticated or bound
 * @param inboxes limits it to these inboxes; empty for all
 */
record Subscription(Token token, Set<String> events, Set<String> wantedRooms, Set<String> rooms, Set<String> inboxes) {

    Subscription {
        events = Set.copyOf(events);
        wantedRooms = Set.copyOf(wantedRooms);
        rooms = Set.copyOf(rooms);
        inboxes = Set.copyOf(inboxes);
    }

    Subscription withEvents(Set<String> changed) {
        return new Subscription(token, changed, wantedRooms, rooms, inboxes);
    }

    Subscription withRooms(Set<String> changed) {
        return new Subscription(token, events, wantedRooms, changed, inboxes);
    }

    /** Whether the event happened where it listens. The main inbox is none of those that can be named. */
    boolean covers(Event event) {
        boolean inboxMatters = !inboxes.isEmpty() && event.sessionId() != null;
        return rooms.contains(event.websiteId())
                && (!inboxMatters || (event.inboxId() != null && inboxes.contains(event.inboxId())));
    }
}
