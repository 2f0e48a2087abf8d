package dev.crispconnect.source.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Reads a list, newest first, whose order moves while it is read, by page numbers, as Crisp offers no other way (API
 * reference, section 3.1), and proves that nothing between two pages was skipped.
 *
 * <p>An element that is added or updated pushes others down, so they come twice: harmless. One that is removed pulls others
 * up, past the place where the next page begins: they would be skipped. So each page is chosen to overlap what was read,
 * and is accepted only if it continues it: its first element is newer than the last one read, or was read. If it does not
 * continue, the walk steps back. Elements that share one time are told apart by having been seen.
 *
 * <p>That the list is in descending order is not documented. A page that is not ends the walk, {@link #inOrder()} tells,
 * and the list can be read {@linkplain #exhaustive() to its very end} instead.
 *
 * <p>Pure: asks for pages by value. Not safe for use by many threads.
 */
final class Walk<T> {

    private static final int FIRST_STEP_BACK = PageChoice.FEWEST;

    /**
     * So often nothing may follow a page that ended where it had ended before, until the end is believed. A list that moves
     * ends elsewhere each time, and says nothing about its end.
     */
    private static final int MOST_EMPTY = 3;

    /** So many pages may end elsewhere without bringing anything new, until the walk gives up. */
    private static final int MOST_ENDS = 100;

    private final ToLongFunction<Item<T>> time;
    private final boolean exhaustive;
    private final PageChoice front;
    private final Set<Long> seen;

    /** Where pages ended since anything new was read. */
    private final Set<End> ends = new HashSet<>();

    /** Place of the last element read, as the list was then; -1 before the first. */
    private long place;

    private long cursor;
    private long stepBack = FIRST_STEP_BACK;
    private int fruitless;
    private boolean stoodStill;
    private boolean promised;
    private boolean inOrder = true;
    private boolean ended;
    private boolean cutShort;

    private Walk(ToLongFunction<Item<T>> time, boolean exhaustive, int front, long cursor, Set<Long> seen, long place) {
        this.time = time;
        this.exhaustive = exhaustive;
        this.front = new PageChoice(1, front);
        this.cursor = cursor;
        this.seen = seen;
        this.place = place;
    }

    /** From the newest element, by a time. */
    static <T> Walk<T> newestFirst(ToLongFunction<Item<T>> time) {
        return newestFirst(time, PageChoice.MOST);
    }

    /** From the newest element, by a time, with so many elements on the first page. */
    static <T> Walk<T> newestFirst(ToLongFunction<Item<T>> time, int perPage) {
        return new Walk<>(time, false, perPage, Long.MAX_VALUE, new HashSet<>(), -1);
    }

    /**
     * On from an earlier walk.
     *
     * @param cursor time of the last element read
     * @param tied identities of those of that time that were read
     * @param place where the last one was
     */
    static <T> Walk<T> resumed(ToLongFunction<Item<T>> time, long cursor, Set<Long> tied, long place) {
        return new Walk<>(time, false, PageChoice.MOST, cursor, new HashSet<>(tied), place);
    }

    /** Everything in a list whose order is not known. */
    static <T> Walk<T> exhaustive() {
        return new Walk<>(item -> 0, true, PageChoice.MOST, Long.MAX_VALUE, new HashSet<>(), -1);
    }

    /** An element that was not read before, and its place in the list, from 0. */
    record Placed<T>(Item<T> item, long place) {}

    /** The last element of a page, and its place. */
    private record End(long place, long identity) {}

    /** The page to ask for now. */
    PageChoice next() {
        return place < 0 ? front : PageChoice.beyond(place);
    }

    /** A page that serves as well, but has another size: this one, or the next smaller one that shows anything beyond. */
    PageChoice next(int perPage) {
        return place < 0 ? new PageChoice(1, perPage) : PageChoice.beyond(place, perPage);
    }

    /** Takes the answer for {@link #next()}; returns what had not been read before, in the list's order. */
    List<Placed<T>> take(ListPage<T> page) {
        return take(next(), page);
    }

    /** Takes the answer for a page that was asked for in place of {@link #next()}. */
    List<Placed<T>> take(PageChoice asked, ListPage<T> page) {
        if (page.items().isEmpty()) {
            foundNothing(asked);
            return List.of();
        }
        if (!exhaustive && !descends(page.items())) {
            inOrder = false;
            ended = true;
            return List.of();
        }
        if (asked.start() > 0 && !continues(page.items())) {
            goBack();
            return List.of();
        }
        List<Placed<T>> unread = unread(asked, page.items());
        long last = asked.start() + page.items().size() - 1;
        note(page.items(), last, !unread.isEmpty());
        boolean nothingBeyond = last <= place && unread.stream().allMatch(this::isTimeless);
        ended = nothingBeyond || page.isLast(asked);
        cutShort = nothingBeyond && promised;
        advance(page.items(), last);
        promised = page.promisesMore(asked);
        return unread;
    }

    /** Whether nothing is missing between what was read and a page that begins where its list does. */
    boolean isContinuedBy(ListPage<T> page) {
        return !timed(page.items()).isEmpty() && continues(page.items());
    }

    /** Place of the last element read; -1 before the first. */
    long place() {
        return place;
    }

    /** Time of the oldest element read; {@link Long#MAX_VALUE} before the first. */
    long reached() {
        return cursor;
    }

    /** Whether the end of the list was reached, or it turned out not to be in order. */
    boolean ended() {
        return ended;
    }

    /** Whether every page read so far was newest first. */
    boolean inOrder() {
        return inOrder;
    }

    /** Whether Crisp said that more follows and then gave no more: it may cap how deep lists can be read. */
    boolean cutShort() {
        return cutShort;
    }

    private void note(List<Item<T>> items, long last, boolean progress) {
        if (progress) {
            fruitless = 0;
            ends.clear();
        }
        stoodStill = !ends.add(new End(last, items.get(items.size() - 1).identity()));
    }

    /** Removals can have done that, so look closer in front of it. */
    private void foundNothing(PageChoice asked) {
        fruitless += stoodStill ? 1 : 0;
        stoodStill = false;
        if (asked.start() == 0 || fruitless == MOST_EMPTY || ends.size() > MOST_ENDS) {
            ended = true;
            cutShort = asked.start() > 0;
            return;
        }
        goBack();
    }

    private void goBack() {
        place = Math.max(-1, place - stepBack);
        stepBack *= 2;
    }

    private boolean descends(List<Item<T>> items) {
        long before = Long.MAX_VALUE;
        for (Item<T> item : timed(items)) {
            if (time.applyAsLong(item) > before) {
                return false;
            }
            before = time.applyAsLong(item);
        }
        return before != Long.MAX_VALUE;
    }

    private boolean continues(List<Item<T>> items) {
        if (exhaustive) {
            return seen.contains(items.get(0).identity());
        }
        Item<T> first = timed(items).get(0);
        long firstTime = time.applyAsLong(first);
        return firstTime > cursor || (firstTime == cursor && seen.contains(first.identity()));
    }

    private List<Placed<T>> unread(PageChoice asked, List<Item<T>> items) {
        List<Placed<T>> unread = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item<T> item = items.get(i);
            boolean older = !exhaustive && time.applyAsLong(item) < cursor;
            boolean unseenTie = (exhaustive || time.applyAsLong(item) == cursor) && !seen.contains(item.identity());
            if (older || unseenTie) {
                unread.add(new Placed<>(item, asked.start() + i));
            }
        }
        return unread;
    }

    private void advance(List<Item<T>> items, long last) {
        place = last;
        stepBack = FIRST_STEP_BACK;
        for (Item<T> item : exhaustive ? items : timed(items)) {
            long itemTime = time.applyAsLong(item);
            if (!exhaustive && itemTime < cursor) {
                cursor = itemTime;
                seen.clear();
            }
            if (exhaustive || itemTime == cursor) {
                seen.add(item.identity());
            }
        }
    }

    /** Such an element counts as unread each time it comes. */
    private boolean isTimeless(Placed<T> placed) {
        return !exhaustive && time.applyAsLong(placed.item()) == 0;
    }

    /** Elements without a time say nothing about the order. */
    private List<Item<T>> timed(List<Item<T>> items) {
        return items.stream().filter(item -> time.applyAsLong(item) != 0).toList();
    }
}
