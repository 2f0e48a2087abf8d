package dev.crispconnect.source.feed;

import dev.crispconnect.client.ListOrder;
import java.time.Instant;

/**
 * A page of a list, or of that part of it whose dates lie between two bounds. Which date is compared, Crisp decides: see
 * {@link Listing#filteredBy()}.
 *
 * @param from epoch milliseconds; {@link Long#MIN_VALUE} for no bound
 * @param until epoch milliseconds; {@link Long#MAX_VALUE} for no bound
 */
record PageQuery(PageChoice choice, ListOrder order, long from, long until) {

    /** Of the whole list. */
    static PageQuery of(PageChoice choice, ListOrder order) {
        return new PageQuery(choice, order, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    boolean isFiltered() {
        return from != Long.MIN_VALUE || until != Long.MAX_VALUE;
    }

    /** Null for no bound. */
    Instant fromTime() {
        return from == Long.MIN_VALUE ? null : Instant.ofEpochMilli(from);
    }

    /** Null for no bound. */
    Instant untilTime() {
        return until == Long.MAX_VALUE ? null : Instant.ofEpochMilli(until);
    }
}
