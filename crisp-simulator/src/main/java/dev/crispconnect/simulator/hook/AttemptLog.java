package dev.crispconnect.simulator.hook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest attempts that are over. Thread-safe. */
final class AttemptLog {

    private static final int KEPT = 10_000;

    private final Deque<Attempt> attempts = new ArrayDeque<>();

    synchronized void keep(Attempt attempt) {
        if (attempts.size() == KEPT) {
            attempts.removeFirst();
        }
        attempts.addLast(attempt);
    }

    /** In the order in which they ended. */
    synchronized List<Attempt> newest() {
        return List.copyOf(attempts);
    }
}
