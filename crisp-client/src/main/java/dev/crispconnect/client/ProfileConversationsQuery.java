package dev.crispconnect.client;

/**
 * Which page of the conversations of a contact (Crisp API reference, section 3.11).
 *
 * @param page from 1
 * @param unread those with unread messages only
 * @param resolved true for the resolved only, false for the pending and unresolved only, null for both
 */
public record ProfileConversationsQuery(int page, boolean unread, Boolean resolved) {

    /**
     * Checks the page.
     *
     * @throws IllegalArgumentException when the page is below 1
     */
    public ProfileConversationsQuery {
        PageBounds.check(page);
    }
}
