package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The conversations of one website, kept sorted in every order they are listed in, so that a page costs no sorting. All
 * access goes through the monitor of this object.
 */
final class ConversationStore {

    private final InstantSource clock;
    private final Switches switches;
    private final Changes changes = new Changes();
    private final Map<String, StoredConversation> bySession = new HashMap<>();
    private final Map<ListOrder, NavigableMap<ListOrder.Place, StoredConversation>> sorted =
            new EnumMap<>(ListOrder.class);
    private long touches;

    ConversationStore(InstantSource clock, Switches switches) {
        this.clock = clock;
        this.switches = switches;
        for (ListOrder order : ListOrder.values()) {
            sorted.put(order, new TreeMap<>());
        }
    }

    Switches switches() {
        return switches;
    }

    /** Where everything that changes the website is counted. */
    Changes changes() {
        return changes;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    synchronized void add(StoredConversation conversation) {
        conversation.touches = ++touches;
        bySession.put(conversation.sessionId, conversation);
        sort(conversation);
        changes.made();
    }

    synchronized void remove(String sessionId) {
        StoredConversation conversation = get(sessionId);
        unsort(conversation);
        bySession.remove(sessionId);
        changes.made();
    }

    synchronized boolean has(String sessionId) {
        return bySession.containsKey(sessionId);
    }

    /** @throws AbsentException when there is none */
    synchronized StoredConversation get(String sessionId) {
        StoredConversation conversation = bySession.get(sessionId);
        if (conversation == null) {
            throw new AbsentException(Kind.CONVERSATION, sessionId);
        }
        return conversation;
    }

    /** Changes a conversation; a change that changes nothing leaves {@code updated_at} alone. */
    synchronized Conversation change(String sessionId, Change change, Predicate<StoredConversation> work) {
        StoredConversation conversation = get(sessionId);
        if (work.test(conversation)) {
            unsort(conversation);
            if (switches.get(WorkspaceSwitch.MOVES_UPDATED_AT).contains(change)) {
                conversation.updatedAt = now();
                conversation.touches = ++touches;
            }
            conversation.changed();
            sort(conversation);
            changes.made();
        }
        return conversation.snapshot();
    }

    synchronized Page<Conversation> list(ConversationQuery query) {
        List<Conversation> items = new ArrayList<>(query.perPage());
        long skip = (query.page() - 1L) * query.perPage();
        for (StoredConversation conversation : candidates(query).values()) {
            if (!query.accepts(conversation)) {
                continue;
            }
            if (skip > 0) {
                skip--;
            } else if (items.size() == query.perPage()) {
                return new Page<>(items, true);
            } else {
                items.add(conversation.snapshot());
            }
        }
        return new Page<>(items, false);
    }

    synchronized List<Conversation> all() {
        return sorted.get(ListOrder.CREATED).descendingMap().values().stream()
                .map(StoredConversation::snapshot)
                .toList();
    }

    private NavigableMap<ListOrder.Place, StoredConversation> candidates(ConversationQuery query) {
        NavigableMap<ListOrder.Place, StoredConversation> range = sorted.get(query.order());
        if (query.order() != ListOrder.UPDATED) {
            return range;
        }
        if (query.updatedTo() != null) {
            range = range.tailMap(ListOrder.Place.of(query.updatedTo()), true);
        }
        return query.updatedFrom() == null ? range : range.headMap(ListOrder.Place.after(query.updatedFrom()), true);
    }

    private void sort(StoredConversation conversation) {
        sorted.forEach((order, index) -> order.place(conversation).ifPresent(place -> {
            conversation.places.put(order, place);
            index.put(place, conversation);
        }));
    }

    private void unsort(StoredConversation conversation) {
        conversation.places.forEach((order, place) -> sorted.get(order).remove(place));
        conversation.places.clear();
    }
}
