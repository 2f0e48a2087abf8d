package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which conversations, in which order (Crisp API reference, section 3.1).
 *
 * @param page from 1
 * @param updatedFrom inclusive; null for no bound
 * @param updatedTo inclusive; null for no bound
 * @param filter what else must hold and is known without more; null for nothing
 * @param search what must hold of the whole conversation, looked at last, as it may have to be made up; null for nothing
 */
public record ConversationQuery(
        int page,
        int perPage,
        ListOrder order,
        boolean includeEmpty,
        Instant updatedFrom,
        Instant updatedTo,
        Predicate<? super ConversationTraits> filter,
        Predicate<? super Conversation> search) {

    public ConversationQuery {
        Objects.requireNonNull(order, "order");
    }

    /** Whether each conversation has to be looked at: the order knows nothing of what is asked. */
    boolean filters() {
        boolean dated = updatedFrom != null || updatedTo != null;
        return filter != null || search != null || (dated && order != ListOrder.UPDATED);
    }

    boolean accepts(Merge candidate) {
        return !filters() || (accepts(candidate.traits()) && (search == null || search.test(candidate.conversation())));
    }

    private boolean accepts(ConversationTraits traits) {
        return within(traits.updatedAt()) && (filter == null || filter.test(traits));
    }

    private boolean within(Instant updatedAt) {
        return (updatedFrom == null || !updatedAt.isBefore(updatedFrom))
                && (updatedTo == null || !updatedAt.isAfter(updatedTo));
    }

    /**
     * One page of a list.
     *
     * @param more whether a further page has anything
     */
    public record Page<T>(List<T> items, boolean more) {

        public Page {
            items = List.copyOf(items);
        }

        /** The page of that number, from 1, of a whole list. */
        public static <T> Page<T> of(List<T> all, int number, int size) {
            int start = (int) Math.min(all.size(), (number - 1L) * size);
            int end = Math.min(all.size(), start + size);
            return new Page<>(all.subList(start, end), end < all.size());
        }
    }
}
