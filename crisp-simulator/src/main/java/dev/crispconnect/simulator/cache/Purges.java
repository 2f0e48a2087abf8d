package dev.crispconnect.simulator.cache;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which answers about one website are outdated: those made before a change whose purge is due. Thread-safe.
 */
final class Purges {

    private final Deque<Pending> pending = new ArrayDeque<>();
    private long changes;
    private long purged;

    /** The data changed; answers from before are good until {@code due}. */
    synchronized void changed(Instant due, Instant now) {
        purge(now);
        changes++;
        // one purge for all changes of the same time
        if (!pending.isEmpty() && pending.getLast().due().equals(due)) {
            pending.removeLast();
        }
        pending.addLast(new Pending(changes, due));
        purge(now);
    }

    /** How many changes an answer that is made now has seen. */
    synchronized long seen() {
        return changes;
    }

    /** Whether an answer that has seen that many changes is good still. */
    synchronized boolean holds(long seen, Instant now) {
        purge(now);
        return seen >= purged;
    }

    private void purge(Instant now) {
        while (!pending.isEmpty() && !pending.getFirst().due().isAfter(now)) {
            purged = pending.removeFirst().change();
        }
    }

    private record Pending(long change, Instant due) {}
}
