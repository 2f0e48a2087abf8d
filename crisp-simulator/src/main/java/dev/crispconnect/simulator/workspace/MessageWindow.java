package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which batch of a conversation's messages (Crisp API reference, section 3.8). Batches are oldest first inside.
 *
 * @param size the most messages in a batch
 * @param inclusive whether a message that carries the bound itself belongs to a batch before or after it
 */
public record MessageWindow(Kind kind, Instant bound, int size, boolean inclusive) {

    /** Where the batch lies. */
    public enum Kind {
        /** The newest messages. The bound is not looked at. */
        NEWEST,
        /** The last ones before the bound. */
        BEFORE,
        /** The first ones after the bound. */
        AFTER,
        /** The newest of those after the bound. */
        NEWEST_AFTER,
        /** Half before the bound, half from it on. */
        AROUND
    }

    /**
     * A batch.
     *
     * @param more whether there are more messages beyond it, in the direction of the walk
     */
    public record Batch(List<Message> messages, boolean more) {

        public Batch {
            messages = List.copyOf(messages);
        }
    }

    public MessageWindow {
        Objects.requireNonNull(kind, "kind");
    }

    Batch of(List<Message> all) {
        return switch (kind) {
            case NEWEST -> last(all, all.size(), 0);
            case BEFORE -> last(all, inclusive ? firstAfter(all) : firstFrom(all), 0);
            case AFTER -> first(all, inclusive ? firstFrom(all) : firstAfter(all));
            case NEWEST_AFTER -> last(all, all.size(), inclusive ? firstFrom(all) : firstAfter(all));
            case AROUND -> around(all, firstFrom(all));
        };
    }

    private Batch last(List<Message> all, int end, int floor) {
        int start = Math.max(floor, end - size);
        return new Batch(all.subList(start, end), start > floor);
    }

    private Batch first(List<Message> all, int start) {
        int end = Math.min(all.size(), start + size);
        return new Batch(all.subList(start, end), end < all.size());
    }

    private Batch around(List<Message> all, int middle) {
        int start = Math.max(0, middle - size / 2);
        int end = Math.min(all.size(), start + size);
        return new Batch(all.subList(start, end), start > 0 || end < all.size());
    }

    private int firstFrom(List<Message> all) {
        return firstNotBefore(all, bound.toEpochMilli());
    }

    private int firstAfter(List<Message> all) {
        long millis = bound.toEpochMilli();
        return millis == Long.MAX_VALUE ? all.size() : firstNotBefore(all, millis + 1);
    }

    private static int firstNotBefore(List<Message> all, long millis) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).timestamp().toEpochMilli() < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
