package dev.crispconnect.client;

/** The bounds of paged lists (Crisp API reference, sections 3.1 and 3.11). */
final class PageBounds {

    private PageBounds() {}

    static void check(int page, int perPage) {
        check(page);
        if (perPage < 20 || perPage > 50) {
            throw new IllegalArgumentException("perPage must be 20 to 50, not " + perPage);
        }
    }

    static void check(int page) {
        if (page < 1) {
            throw new IllegalArgumentException("page must be 1 or more, not " + page);
        }
    }
}
