package dev.crispconnect.simulator.hook;

import java.util.ArrayDeque;
import java.util.Queue;

/** What still has to be sent to one hook, and how much is under way. One thread only. */
final class HookQueue {

    private static final int LONGEST = 10_000;

    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private int underWay;

    /** Whether there was room. */
    boolean offer(Delivery delivery) {
        return waiting.size() < LONGEST && waiting.add(delivery);
    }

    /** The next one to send; null when there is none, or enough are under way. Mark its end with {@link #free()}. */
    Delivery next(int atOnce) {
        if (underWay >= atOnce || waiting.isEmpty()) {
            return null;
        }
        underWay++;
        return waiting.remove();
    }

    void free() {
        underWay--;
    }
}
