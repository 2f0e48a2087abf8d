package dev.crispconnect.sink.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The commands that were executed last, by the id that they were given, so that one which comes again under another offset
 * is not executed again. A command that was given none cannot come again. Safe for use by many threads.
 */
final class ExecutedIds {

    private final Map<Identity, Boolean> newest;

    /** @param most how many are remembered */
    ExecutedIds(int most) {
        this.newest = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Identity, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether such a command was executed. */
    synchronized boolean contains(Order order) {
        return !newest.isEmpty() && newest.containsKey(Identity.of(order));
    }

    /** Such a command was executed. */
    void add(Order order) {
        if (!order.isNamedByItsPlace()) {
            synchronized (this) {
                newest.put(Identity.of(order), Boolean.TRUE);
            }
        }
    }

    /** An id that is given to different commands by mistake does not make them one. */
    private record Identity(String id, String command, String lane) {

        static Identity of(Order order) {
            return new Identity(
                    order.command().commandId(),
                    order.command().command().name(),
                    order.command().command().target().lane());
        }
    }
}
