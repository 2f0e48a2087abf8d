package dev.crispconnect.source.position;

import java.util.Comparator;

/**
 * How far the handling of one look at the changed items has come. They are handled by creation date, oldest first: that
 * date never changes, so after a restart, when the list has moved on, an item itself tells whether it was handled in this
 * round. (By update date it could not: an item that changed once more would be taken for one not handled yet, or the other
 * way round, and messages between the watermark and now would be doubled or lost.)
 *
 * @param target what the watermark becomes when the round is complete
 * @param createdAt creation date of the last item handled; ties are broken by {@code id}
 */
public record Round(long target, long createdAt, String id) {

    private static final Comparator<Round> ORDER =
            Comparator.comparingLong(Round::createdAt).thenComparing(Round::id);

    /** Whether the item was handled in this round. */
    public boolean covers(long itemCreatedAt, String itemId) {
        return ORDER.compare(new Round(target, itemCreatedAt, itemId), this) <= 0;
    }
}
