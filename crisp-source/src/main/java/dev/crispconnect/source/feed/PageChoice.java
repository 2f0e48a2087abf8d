package dev.crispconnect.source.feed;

/**
 * Which part of a list to ask for.
 *
 * @param page from 1
 * @param perPage elements on a page
 */
record PageChoice(int page, int perPage) {

    /** Crisp allows 20 to 50 (API reference, section 3.1). */
    static final int FEWEST = 20;

    static final int MOST = 50;

    /** The page that holds the given place (from 0) and reaches as far beyond it as any does. */
    static PageChoice beyond(long place) {
        PageChoice best = holding(place, MOST);
        for (int perPage = MOST - 1; perPage >= FEWEST; perPage--) {
            PageChoice choice = holding(place, perPage);
            if (choice.end() > best.end()) {
                best = choice;
            }
        }
        return best;
    }

    /** The page that holds the given place and reaches beyond it, of a size or the next smaller one of which there is such a page. */
    static PageChoice beyond(long place, int perPage) {
        PageChoice choice = holding(place, perPage);
        return choice.end() > place + 1 ? choice : beyond(place, perPage == FEWEST ? MOST : perPage - 1);
    }

    private static PageChoice holding(long place, int perPage) {
        return new PageChoice(Math.toIntExact(place / perPage + 1), perPage);
    }

    /** Place of the first element, from 0. */
    long start() {
        return (page - 1L) * perPage;
    }

    /** Place behind the last element when the page is full. */
    long end() {
        return (long) page * perPage;
    }
}
