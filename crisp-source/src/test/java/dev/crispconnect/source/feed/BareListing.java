package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.WalkOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** A list that is only listed. */
interface BareListing<T> extends Listing<T> {

    @Override
    default WalkOrder orderOfPast(boolean withMessages) {
        return filteredBy();
    }

    @Override
    default Optional<Item<T>> element(String id) {
        return Optional.empty();
    }

    @Override
    default Finding find(Item<T> item, Look look) {
        return new Finding(List.of(), List.of());
    }

    @Override
    default Heard hear(RealtimeEvent event, LongPredicate emitted) {
        return Heard.NOTHING;
    }
}
