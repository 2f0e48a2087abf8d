package dev.crispconnect.simulator.hook;

import java.util.ArrayDeque;
import java.util.Queue;

/** What still has to be sent to one hook when its order is kept. One thread only. */
final class HookQueue {

    private static final int LONGEST = 10_000;

    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Whether there was room. */
    boolean offer(Delivery delivery) {
        return waiting.size() < LONGEST && waiting.add(delivery);
    }

    /** The next one to send; null when there is none, or one is under way. Mark its end with {@link #free()}. */
    Delivery next() {
        if (busy || waiting.isEmpty()) {
            return null;
        }
        busy = true;
        return waiting.remove();
    }

    void free() {
        busy = false;
    }
}
