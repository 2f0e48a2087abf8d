package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Orders in which conversations are listed (Crisp API reference, section 3.1): newest first each, and among equal times
 * the one that was touched last comes first.
 */
public enum ListOrder {
    /** Crisp's own: by status, then by update. */
    STATUS,
    /** {@code order_date_updated}. */
    UPDATED,
    /** {@code order_date_created}. */
    CREATED,
    /** {@code order_date_waiting}: leaves out conversations in which nobody waits. */
    WAITING;

    /** Place of a conversation in one order. */
    record Place(int group, long newestFirst, long tie) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::group)
                .thenComparingLong(Place::newestFirst)
                .thenComparingLong(Place::tie);

        /** Before everything that has this time or an earlier one, in the orders without groups. */
        static Place of(Instant time) {
            return new Place(0, -time.toEpochMilli(), Long.MIN_VALUE);
        }

        /** After everything that has this time or a later one, in the orders without groups. */
        static Place after(Instant time) {
            return new Place(0, -time.toEpochMilli(), Long.MAX_VALUE);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    Optional<Place> place(StoredConversation conversation) {
        return switch (this) {
            case STATUS -> Optional.of(place(conversation.state.status(), conversation.updatedAt, conversation));
            case UPDATED -> Optional.of(place(0, conversation.updatedAt, conversation));
            case CREATED -> Optional.of(place(0, conversation.createdAt, conversation));
            case WAITING -> Optional.ofNullable(conversation.waitingSince).map(since -> place(0, since, conversation));
        };
    }

    private static Place place(int group, Instant time, StoredConversation conversation) {
        return new Place(group, -time.toEpochMilli(), -conversation.touches);
    }
}
