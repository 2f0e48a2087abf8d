package dev.crispconnect.source.feed;

import java.time.Instant;
import java.util.List;

/**
 * What Crisp answered for a page.
 *
 * @param more whether Crisp said that more follows
 * @param serverTime Crisp's clock when it answered, to the second; null when it did not say
 * @param cached whether the cache in front of Crisp answered: then the list may have been so a while before
 */
record ListPage<T>(List<Item<T>> items, boolean more, Instant serverTime, boolean cached) {

    ListPage {
        items = List.copyOf(items);
    }

    /** Whether Crisp says that the list goes on although the page came as full as asked for. */
    boolean promisesMore(PageChoice asked) {
        return more && items.size() >= asked.perPage();
    }

    /** A full page is never believed to be the last: the rule is documented for messages only. */
    boolean isLast(PageChoice asked) {
        return !more && items.size() < asked.perPage();
    }
}
