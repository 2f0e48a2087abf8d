package dev.crispconnect.source.position;

import java.util.Map;

/**
 * How far the past has been emitted. It is walked newest first, by creation date where elements have a history: that date
 * never changes, so whether an item's history has been emitted can be told from the item at any moment. (By update date it
 * could not be told once the item has changed and left its place: its history would be lost or doubled.) Where they have none,
 * it may be walked by update date.
 *
 * @param done whether everything has been emitted; the other fields mean nothing then
 * @param order which date of items is compared with the cursor
 * @param cursor that date of the last item emitted, and so its date of creation or its date of update as it was then;
 *     {@link Long#MAX_VALUE} when none was. A walk that leaves what is newer to others begins with a date that no item need have
 * @param tied the items of exactly that date that were emitted
 * @param index where to look first when the list is read by page numbers: the place of the last item in the list, from 0, as it
 *     was when it was last read so, and from there on by how many items the walk has come
 * @param ahead items further down that a live change has emitted already, with their dates
 * @param scope how much of the past is wanted
 */
public record Backfill(
        boolean done, WalkOrder order, long cursor, Identities tied, long index, Identities ahead, Scope scope) {

    /** More would make the offset large. Changes of further items wait until the backfill reaches them. */
    static final int MOST_AHEAD = 2_000;

    /** Nothing has been emitted yet, and everything is wanted. */
    public static final Backfill NOT_STARTED = of(Scope.EVERYTHING, WalkOrder.CREATED);

    /** Everything has been emitted. */
    public static final Backfill DONE =
            new Backfill(true, WalkOrder.CREATED, 0, Identities.NONE, -1, Identities.NONE, Scope.EVERYTHING);

    private static final String ORDER = "_order";
    private static final String CURSOR = "_cursor";
    private static final String SINCE = "_since";
    private static final String MESSAGES_SINCE = "_messages_since";

    /** Nothing has been emitted yet. */
    public static Backfill of(Scope scope, WalkOrder order) {
        return below(Long.MAX_VALUE, scope, order);
    }

    /** Nothing has been emitted yet, and what is newer is left to others. */
    private static Backfill below(long cursor, Scope scope, WalkOrder order) {
        return new Backfill(false, order, cursor, Identities.NONE, -1, Identities.NONE, scope);
    }

    /**
     * The first walk of a unit. By update date it leaves to the looks what they find, from their floor on: whatever both came by
     * would be emitted twice once the looks have forgotten it.
     */
    public static Backfill first(Scope scope, WalkOrder order, long floor) {
        return order == WalkOrder.UPDATED ? below(floor - 1, scope, order) : of(scope, order);
    }

    /**
     * Whether the item's history has been emitted, by this walk or ahead of it, or will be by whoever finds it to have changed.
     *
     * @param date the one by which this walk goes
     */
    public boolean covers(long date, long identity) {
        return done || date > cursor || (date == cursor && tied.contains(identity)) || ahead.contains(identity);
    }

    /** After the walk came past the item, whose history has been emitted. An item without a date is kept by name. */
    public Backfill reached(long date, long identity, long itemIndex) {
        if (date == 0) {
            Identities named = ahead.contains(identity) ? ahead : ahead.plus(0, identity);
            return new Backfill(done, order, cursor, tied, Math.max(index, itemIndex), named, scope);
        }
        boolean readBefore = date > cursor || (date == cursor && tied.contains(identity));
        if (readBefore) {
            return this;
        }
        Identities ties = date == cursor ? tied : Identities.NONE;
        Identities stillAhead = ahead.contains(identity) ? ahead.until(date) : ahead;
        return new Backfill(false, order, date, ties.plus(date, identity), itemIndex, stillAhead, scope);
    }

    /** Whether one more item may be emitted ahead of the walk. */
    public boolean hasRoomAhead() {
        return ahead.size() < MOST_AHEAD;
    }

    /** After the item's history was emitted ahead of the walk. */
    public Backfill jumpedTo(long date, long identity) {
        return new Backfill(done, order, cursor, tied, index, ahead.plus(date, identity), scope);
    }

    /** Writes it under keys that begin with a name. */
    void putInto(Map<String, Object> map, String name) {
        map.put(name, done ? "done" : "running");
        if (done) {
            return;
        }
        map.put(name + CURSOR, cursor);
        map.put(name + "_tied", tied.encode());
        map.put(name + "_index", index);
        map.put(name + "_ahead", ahead.encode());
        if (order == WalkOrder.UPDATED) {
            map.put(name + ORDER, WalkOrder.wire());
        }
        if (scope.changedFrom() != Scope.ALL) {
            map.put(name + SINCE, scope.changedFrom());
        }
        if (scope.messagesFrom() != Scope.ALL) {
            map.put(name + MESSAGES_SINCE, scope.messagesFrom());
        }
    }

    /** Reads it back. */
    static Backfill from(StoredMap stored, String name) {
        return switch (stored.text(name)) {
            case "done" -> DONE;
            case "running" ->
                new Backfill(
                        false,
                        WalkOrder.from(stored, name + ORDER),
                        stored.whole(name + CURSOR),
                        stored.identities(name + "_tied"),
                        stored.whole(name + "_index"),
                        stored.identities(name + "_ahead"),
                        new Scope(time(stored, name + SINCE), time(stored, name + MESSAGES_SINCE)));
            default -> throw new StoredOffsetException("'" + name + "' must be done or running");
        };
    }

    private static long time(StoredMap stored, String key) {
        return stored.has(key) ? stored.whole(key) : Scope.ALL;
    }
}
