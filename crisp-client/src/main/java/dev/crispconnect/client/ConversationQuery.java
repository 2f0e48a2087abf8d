package dev.crispconnect.client;

import java.time.Instant;

/**
 * Which page of which conversations (Crisp API reference, section 3.1).
 *
 * @param page from 1
 * @param perPage 20 to 50
 * @param order by which time; null for Crisp's own order
 * @param includeEmpty whether conversations without a message are listed too
 * @param updatedFrom only those updated at or after this time; null for no bound. May need a paid plan (402)
 * @param updatedTo only those updated at or before this time; null for no bound. May need a paid plan (402)
 */
public record ConversationQuery(
        int page, int perPage, ListOrder order, boolean includeEmpty, Instant updatedFrom, Instant updatedTo) {

    /**
     * Checks the page.
     *
     * @throws IllegalArgumentException when the page is below 1 or the page size is not 20 to 50
     */
    public ConversationQuery {
        PageBounds.check(page, perPage);
    }

    /** One page in the given order, empty conversations included, without bounds. */
    public static ConversationQuery page(int page, int perPage, ListOrder order) {
        return new ConversationQuery(page, perPage, order, true, null, null);
    }
}
