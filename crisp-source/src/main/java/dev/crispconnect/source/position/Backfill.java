package dev.crispconnect.source.position;

/**
 * How far the past has been emitted. It is walked by creation date, newest first: that date never changes, so whether an
 * item's history has been emitted can be told from the item at any moment. (By update date it could not be told once the
 * item has changed and left its place: its history would be lost or doubled.)
 *
 * @param done whether everything has been emitted; the other fields mean nothing then
 * @param createdAt creation date of the last item emitted; {@link Long#MAX_VALUE} when none was
 * @param tied the items of exactly that date that were emitted
 * @param index place of the last item in the list as it was then, from 0: where to look first when resuming
 * @param ahead items further down that a live change has emitted already, with their creation dates
 */
public record Backfill(boolean done, long createdAt, Identities tied, long index, Identities ahead) {

    /** More would make the offset large. Changes of further items wait until the backfill reaches them. */
    static final int MOST_AHEAD = 2_000;

    /** Nothing has been emitted yet. */
    public static final Backfill NOT_STARTED =
            new Backfill(false, Long.MAX_VALUE, Identities.NONE, -1, Identities.NONE);

    /** Everything has been emitted. */
    public static final Backfill DONE = new Backfill(true, 0, Identities.NONE, -1, Identities.NONE);

    /** Whether the item's history has been emitted, by this walk or ahead of it. */
    public boolean covers(long itemCreatedAt, long identity) {
        return done
                || itemCreatedAt > createdAt
                || (itemCreatedAt == createdAt && tied.contains(identity))
                || ahead.contains(identity);
    }

    /**
     * After the walk came past the item, whose history has been emitted. An item without a creation date has no place in
     * the walk and is kept by name.
     */
    public Backfill reached(long itemCreatedAt, long identity, long itemIndex) {
        if (itemCreatedAt == 0) {
            Identities named = ahead.contains(identity) ? ahead : ahead.plus(0, identity);
            return new Backfill(done, createdAt, tied, Math.max(index, itemIndex), named);
        }
        boolean readBefore = itemCreatedAt > createdAt || (itemCreatedAt == createdAt && tied.contains(identity));
        if (readBefore) {
            return this;
        }
        Identities ties = itemCreatedAt == createdAt ? tied : Identities.NONE;
        Identities stillAhead = ahead.contains(identity) ? ahead.until(itemCreatedAt) : ahead;
        return new Backfill(false, itemCreatedAt, ties.plus(itemCreatedAt, identity), itemIndex, stillAhead);
    }

    /** Whether one more item may be emitted ahead of the walk. */
    public boolean hasRoomAhead() {
        return ahead.size() < MOST_AHEAD;
    }

    /** After the item's history was emitted ahead of the walk. */
    public Backfill jumpedTo(long itemCreatedAt, long identity) {
        return new Backfill(done, createdAt, tied, index, ahead.plus(itemCreatedAt, identity));
    }
}
