package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.position.WalkOrder;
import java.time.Instant;

/**
 * One element of a list: what the mechanism needs to know of it, and the thing itself.
 *
 * @param identity of {@code id}
 * @param createdAt epoch milliseconds; 0 when Crisp did not say
 * @param updatedAt epoch milliseconds; 0 when Crisp did not say
 */
record Item<T>(String id, long identity, long createdAt, long updatedAt, T value) {

    static <T> Item<T> of(String id, Instant createdAt, Instant updatedAt, T value) {
        return new Item<>(id, Identity.of("item", id), millis(createdAt), millis(updatedAt), value);
    }

    /** The date by which a walk goes. */
    long date(WalkOrder order) {
        return order.dateOf(createdAt, updatedAt);
    }

    private static long millis(Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }
}
