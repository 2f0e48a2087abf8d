package dev.crispconnect.client;

import java.util.Objects;

/**
 * Which page of which conversations (Crisp API reference, section 3.1).
 *
 * @param page from 1
 * @param perPage 20 to 50
 * @param order by which time; null for Crisp's own order: by state, then newest first
 * @param includeEmpty whether conversations without a message are listed too
 * @param filter which conversations
 * @param search what to search for; null for nothing
 */
public record ConversationQuery(
        int page,
        int perPage,
        ListOrder order,
        boolean includeEmpty,
        ConversationFilter filter,
        ConversationSearch search) {

    /**
     * Checks the page.
     *
     * @throws IllegalArgumentException when the page is below 1 or the page size is not 20 to 50
     */
    public ConversationQuery {
        PageBounds.check(page, perPage);
        Objects.requireNonNull(filter, "filter");
    }

    /** One page in the given order, empty conversations included, of all conversations. */
    public static ConversationQuery page(int page, int perPage, ListOrder order) {
        return new ConversationQuery(page, perPage, order, true, ConversationFilter.NONE, null);
    }

    /** The same page of the conversations that pass a filter. */
    public ConversationQuery filtered(ConversationFilter newFilter) {
        return new ConversationQuery(page, perPage, order, includeEmpty, newFilter, search);
    }

    /** The same page of what a search finds. */
    public ConversationQuery searching(ConversationSearch newSearch) {
        return new ConversationQuery(page, perPage, order, includeEmpty, filter, newSearch);
    }
}
