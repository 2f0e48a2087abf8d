package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.record.Provenance;
import java.util.function.Supplier;

/**
 * How an element is to be looked at.
 *
 * @param since from which time on what belongs to it is wanted, epoch milliseconds; {@link Scope#ALL} or {@link Scope#NONE}
 * @param thorough whether what belongs to it is read even if nothing tells that it changed
 * @param repeats whether what was emitted is to be emitted again
 * @param floor of what is not older, all that was emitted is remembered, epoch milliseconds
 * @param rememberedFrom what is older was surely not emitted, and need not be remembered, epoch milliseconds
 * @param position tells what need not be emitted again; asked after whatever was waited for, as more may have been
 *     emitted meanwhile
 */
record Look(
        long since,
        boolean thorough,
        boolean repeats,
        long floor,
        long rememberedFrom,
        Supplier<Identities> position,
        Provenance provenance) {

    boolean wants(long time) {
        return time >= since;
    }

    /** Whether it matters that something of this time was, or is, emitted: if not, its identity need not be known. */
    boolean remembers(long time) {
        return time >= rememberedFrom;
    }

    Identities emitted() {
        return position.get();
    }
}
