package dev.crispconnect.source.position;

import java.util.Map;

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
 * @param scope how much of the past is wanted
 */
public record Backfill(boolean done, long createdAt, Identities tied, long index, Identities ahead, Scope scope) {

    /** More would make the offset large. Changes of further items wait until the backfill reaches them. */
    static final int MOST_AHEAD = 2_000;

    /** Nothing has been emitted yet, and everything is wanted. */
    public static final Backfill NOT_STARTED = of(Scope.EVERYTHING);

    /** Everything has been emitted. */
    public static final Backfill DONE = new Backfill(true, 0, Identities.NONE, -1, Identities.NONE, Scope.EVERYTHING);

    private static final String SINCE = "_since";
    private static final String MESSAGES_SINCE = "_messages_since";

    /** Nothing has been emitted yet. */
    public static Backfill of(Scope scope) {
        return new Backfill(false, Long.MAX_VALUE, Identities.NONE, -1, Identities.NONE, scope);
    }

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
            return new Backfill(done, createdAt, tied, Math.max(index, itemIndex), named, scope);
        }
        boolean readBefore = itemCreatedAt > createdAt || (itemCreatedAt == createdAt && tied.contains(identity));
        if (readBefore) {
            return this;
        }
        Identities ties = itemCreatedAt == createdAt ? tied : Identities.NONE;
        Identities stillAhead = ahead.contains(identity) ? ahead.until(itemCreatedAt) : ahead;
        return new Backfill(false, itemCreatedAt, ties.plus(itemCreatedAt, identity), itemIndex, stillAhead, scope);
    }

    /** Whether one more item may be emitted ahead of the walk. */
    public boolean hasRoomAhead() {
        return ahead.size() < MOST_AHEAD;
    }

    /** After the item's history was emitted ahead of the walk. */
    public Backfill jumpedTo(long itemCreatedAt, long identity) {
        return new Backfill(done, createdAt, tied, index, ahead.plus(itemCreatedAt, identity), scope);
    }

    /** Writes it under keys that begin with a name. */
    void putInto(Map<String, Object> map, String name) {
        map.put(name, done ? "done" : "running");
        if (done) {
            return;
        }
        map.put(name + "_created_at", createdAt);
        map.put(name + "_tied", tied.encode());
        map.put(name + "_index", index);
        map.put(name + "_ahead", ahead.encode());
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
                        stored.whole(name + "_created_at"),
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
