package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.record.Provenance;

/**
 * How an element is to be looked at.
 *
 * @param history whether all that belongs to it is wanted, not only what is not older than {@code floor}
 * @param floor epoch milliseconds
 * @param emitted what need not be emitted again
 */
record Look(boolean history, long floor, Identities emitted, Provenance provenance) {

    boolean wants(long time) {
        return history || time >= floor;
    }
}
