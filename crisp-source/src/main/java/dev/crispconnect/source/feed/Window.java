package dev.crispconnect.source.feed;

/**
 * The part of a list up to a date. A walk that always reads the beginning of such a part, and then moves its end to the last
 * element read, is not disturbed by what is added or removed in front of it.
 *
 * <p>The end is rounded up, as it is not documented whether Crisp compares milliseconds or seconds. So a window begins with
 * elements that were read already, which proves that nothing is missing between it and what was read. Where a page is of one second,
 * or little more, the end would hardly move, and further pages of the window are asked for by number.
 *
 * @param end epoch milliseconds, a whole second; {@link Long#MAX_VALUE} for the whole list
 * @param place of the last element read, in the window as it was then; -1 before the first
 */
record Window(long end, long place) {

    private static final long STEP_MS = 1_000;

    /** The whole list, from a place on. */
    static Window whole(long place) {
        return new Window(Long.MAX_VALUE, place);
    }

    /** The window that begins with the last element that a walk has read, which is of that date. */
    static Window from(long cursor) {
        return new Window(cursor == Long.MAX_VALUE ? cursor : -Math.floorDiv(-cursor, STEP_MS) * STEP_MS, -1);
    }

    /**
     * What to read next when the walk has come to a date, and to a place in this window. Where the next window would begin with a
     * page of what was read and more, this one is read on by number.
     *
     * @param newest date of the first element of the page that was read last
     */
    Window after(long cursor, long placeReached, long newest) {
        Window next = from(cursor);
        return next.mayShow(newest) ? new Window(end, placeReached) : next;
    }

    boolean isWhole() {
        return end == Long.MAX_VALUE;
    }

    /** Whether Crisp may show an element of a date in it. Where seconds are compared, some are a little newer than the end. */
    boolean mayShow(long date) {
        return isWhole() || date < end + STEP_MS;
    }
}
