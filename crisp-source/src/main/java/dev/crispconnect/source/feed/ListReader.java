package dev.crispconnect.source.feed;

import dev.crispconnect.client.ListOrder;
import dev.crispconnect.source.position.UnitKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what has changed in a unit, off the list by update date. For one thread. */
final class ListReader<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ListReader.class);

    private final UnitKey unit;
    private final Listing<T> listing;
    private final CrispClock clock;
    private final UnusualSizes sizes;
    private boolean warnedOfOrder;

    ListReader(UnitKey unit, Listing<T> listing, CrispClock clock, UnusualSizes sizes) {
        this.unit = unit;
        this.listing = listing;
        this.clock = clock;
        this.sizes = sizes;
    }

    /**
     * What has changed, in its newest version seen.
     *
     * @param items by creation date, oldest first
     * @param asOf no change up to then is missing
     */
    record Changes<T>(List<Item<T>> items, AsOf asOf) {}

    /** A walk that has read the front of a list. */
    private record Front<T>(Walk<T> walk, ListPage<T> page, AsOf asOf) {}

    /**
     * Everything that changed at or after a time. An element that changes while further pages are read jumps from a page
     * not read yet to one that was, so whoever needed more than one page looks at the front again, until one page, which
     * is one moment, suffices. An idle look costs one call.
     *
     * @param recentEnough whether the front of the list suffices: if not, as it came from the cache, it is asked for once
     *     more in a way that the cache does not know
     */
    Changes<T> changedSince(long floor, Predicate<AsOf> recentEnough) throws InterruptedException {
        Map<Long, Item<T>> found = new HashMap<>();
        long bound = floor;
        while (true) {
            Front<T> front = front(recentEnough);
            Walk<T> walk = front.walk();
            long newest = Math.max(bound, newestUpdate(front.page()));
            boolean onePage = walk.ended() || walk.reached() < bound;
            note(front.page(), found);
            while (!walk.ended() && walk.reached() >= bound) {
                ListPage<T> page = listing.page(PageQuery.of(walk.next(), ListOrder.UPDATED));
                walk.take(page);
                note(page, found);
            }
            if (!walk.inOrder()) {
                return everythingChangedSince(floor);
            }
            // nothing newer than the bound in front: nothing has jumped since it was set
            if (onePage || newest == bound) {
                return new Changes<>(since(floor, found.values()), front.asOf());
            }
            bound = newest;
        }
    }

    private Front<T> front(Predicate<AsOf> recentEnough) throws InterruptedException {
        Front<T> front = front(PageChoice.MOST);
        if (recentEnough.test(front.asOf())) {
            return front;
        }
        return front(sizes.unusual());
    }

    private Front<T> front(int perPage) throws InterruptedException {
        Walk<T> walk = Walk.newestFirst(Item::updatedAt, perPage);
        ListPage<T> page = listing.page(PageQuery.of(walk.next(), ListOrder.UPDATED));
        AsOf asOf = clock.read(page);
        walk.take(page);
        return new Front<>(walk, page, asOf);
    }

    private static <T> void note(ListPage<T> page, Map<Long, Item<T>> found) {
        page.items().forEach(item -> found.merge(item.identity(), item, ListReader::newer));
    }

    private Changes<T> everythingChangedSince(long floor) throws InterruptedException {
        if (!warnedOfOrder) {
            warnedOfOrder = true;
            LOG.warn(
                    "Crisp's list is not newest first by update date; each look reads it to its end, which costs a call"
                            + " per {} elements: unit={}",
                    PageChoice.MOST,
                    unit.asText());
        }
        Map<Long, Item<T>> found = new HashMap<>();
        Walk<T> walk = Walk.exhaustive();
        AsOf asOf = null;
        while (!walk.ended()) {
            ListPage<T> page = listing.page(PageQuery.of(walk.next(), ListOrder.UPDATED));
            if (asOf == null || !page.items().isEmpty()) {
                AsOf shown = clock.read(page);
                asOf = asOf == null ? shown : asOf.or(shown);
            }
            walk.take(page).forEach(placed -> found.put(placed.item().identity(), placed.item()));
        }
        Warnings.ifCutShort(walk, unit);
        return new Changes<>(since(floor, found.values()), asOf);
    }

    private static <T> List<Item<T>> since(long floor, Collection<Item<T>> found) {
        return found.stream()
                .filter(item -> item.updatedAt() >= floor)
                .sorted(Comparator.comparingLong((Item<T> item) -> item.createdAt())
                        .thenComparing(Item::id))
                .toList();
    }

    private static <T> Item<T> newer(Item<T> one, Item<T> other) {
        return other.updatedAt() >= one.updatedAt() ? other : one;
    }

    private long newestUpdate(ListPage<T> page) {
        return page.items().stream().mapToLong(Item::updatedAt).max().orElse(0);
    }
}
