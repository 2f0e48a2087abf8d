package dev.crispconnect.client;

import java.time.Instant;

/**
 * Which page of which contacts (Crisp API reference, section 3.11).
 *
 * @param page from 1
 * @param perPage 20 to 50
 * @param order newest first by this time; null for Crisp's own order
 * @param searchText words to search for; null for none
 * @param searchFilter conditions to fulfil; null for none
 * @param createdFrom only those created at or after this time; null for no bound
 * @param createdTo only those created at or before this time; null for no bound
 */
public record ProfileQuery(
        int page,
        int perPage,
        ListOrder order,
        String searchText,
        SearchFilter searchFilter,
        Instant createdFrom,
        Instant createdTo) {

    /**
     * Checks the page.
     *
     * @throws IllegalArgumentException when the page is below 1, the page size is not 20 to 50, or the order is one that
     *     contacts do not have
     */
    public ProfileQuery {
        PageBounds.check(page, perPage);
        if (order == ListOrder.WAITING) {
            throw new IllegalArgumentException("contacts do not wait: order them by CREATED or UPDATED");
        }
    }

    /** One page of all contacts, in the given order. */
    public static ProfileQuery page(int page, int perPage, ListOrder order) {
        return new ProfileQuery(page, perPage, order, null, null, null, null);
    }

    /** The same page of the contacts that fulfil conditions. */
    public ProfileQuery filtered(SearchFilter newFilter) {
        return new ProfileQuery(page, perPage, order, searchText, newFilter, createdFrom, createdTo);
    }

    /** The same page of the contacts that were created between two times, both included; null for no bound. */
    public ProfileQuery createdBetween(Instant from, Instant to) {
        return new ProfileQuery(page, perPage, order, searchText, searchFilter, from, to);
    }

    /** Shows the page, never what is searched for. */
    @Override
    public String toString() {
        return "ProfileQuery[page=" + page + ", perPage=" + perPage + ", order=" + order + "]";
    }
}
