package dev.crispconnect.client;

/**
 * Which page of the contacts (Crisp API reference, section 3.11).
 *
 * @param page from 1
 * @param perPage 20 to 50
 * @param order newest first by this time; null for Crisp's own order
 */
public record ProfileQuery(int page, int perPage, ListOrder order) {

    /**
     * Checks the page.
     *
     * @throws IllegalArgumentException when the page is below 1 or the page size is not 20 to 50
     */
    public ProfileQuery {
        PageBounds.check(page, perPage);
    }
}
