package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.record.Provenance;
import java.util.function.Supplier;

/**
 * How an element is to be looked at.
 *
 * @param history whether all that belongs to it is wanted, not only what is not older than {@code floor}
 * @param thorough whether what belongs to it is read even if nothing tells that it changed
 * @param floor epoch milliseconds
 * @param position tells what need not be emitted again; asked after whatever was waited for, as more may have been
 *     emitted meanwhile
 */
record Look(boolean history, boolean thorough, long floor, Supplier<Identities> position, Provenance provenance) {

    boolean wants(long time) {
        return history || time >= floor;
    }

    Identities emitted() {
        return position.get();
    }
}
