package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.ListOrder.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Stored conversations in every order they are listed in. Empty ones lie apart, as most lists leave them out. Guarded by
 * its store.
 */
final class SortedConversations {

    private final Map<ListOrder, RankedSet<Placed>> written = new EnumMap<>(ListOrder.class);
    private final Map<ListOrder, RankedSet<Placed>> empty = new EnumMap<>(ListOrder.class);

    SortedConversations() {
        for (ListOrder order : ListOrder.values()) {
            written.put(order, new RankedSet<>(Comparator.comparing(Placed::place)));
            empty.put(order, new RankedSet<>(Comparator.comparing(Placed::place)));
        }
    }

    void add(StoredConversation conversation) {
        boolean isEmpty = conversation.messages().newest().isEmpty();
        (isEmpty ? empty : written)
                .forEach((order, places) -> order.place(conversation).ifPresent(place -> {
                    conversation.places.put(order, place);
                    places.add(new Placed(place, conversation));
                }));
    }

    /** Removes it from where it was added, whatever became of it since. */
    void remove(StoredConversation conversation) {
        conversation.places.forEach((order, place) -> {
            Placed placed = new Placed(place, conversation);
            if (!written.get(order).remove(placed)) {
                empty.get(order).remove(placed);
            }
        });
        conversation.places.clear();
    }

    List<Run> runs(ListOrder order, boolean includeEmpty) {
        List<Run> runs = new ArrayList<>(2);
        runs.add(new StoredRun(written.get(order)));
        if (includeEmpty) {
            runs.add(new StoredRun(empty.get(order)));
        }
        return runs;
    }

    private record Placed(Place place, StoredConversation conversation) {}

    private record StoredRun(RankedSet<Placed> placed) implements Run {

        @Override
        public int size() {
            return placed.size();
        }

        @Override
        public Place place(int index) {
            return placed.get(index).place();
        }

        @Override
        public int before(Place place) {
            return placed.countWhile(other -> other.place().compareTo(place) < 0);
        }

        @Override
        public ConversationTraits traits(int index) {
            return conversation(index);
        }

        @Override
        public Conversation conversation(int index) {
            return placed.get(index).conversation().snapshot();
        }
    }
}
