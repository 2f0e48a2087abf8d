package dev.crispconnect.simulator.hook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What goes wrong with deliveries on top of what the receiver does (Crisp API reference, section 10.2). Thread-safe. */
public final class HookFaults {

    private int twice;
    private int late;
    private final List<Delivery> held = new ArrayList<>();

    /** The next {@code count} events are delivered twice to each hook that hears them. */
    public synchronized void twice(int count) {
        twice += count;
    }

    /** The next {@code count} deliveries come after the one that follows them. */
    public synchronized void late(int count) {
        late += count;
    }

    /** Forgets what is still to go wrong; what is held back goes with the next delivery. */
    public synchronized void clear() {
        twice = 0;
        late = 0;
    }

    /** Nothing goes wrong any more, and what is held back is lost. */
    synchronized void reset() {
        clear();
        held.clear();
    }

    /** How often the event that happens now is delivered to each hook. */
    synchronized int copies() {
        if (twice == 0) {
            return 1;
        }
        twice--;
        return 2;
    }

    /** What to send now that this delivery is due so often. */
    synchronized List<Delivery> pass(Delivery due, int copies) {
        List<Delivery> now = new ArrayList<>(Collections.nCopies(copies, due));
        if (late > 0) {
            late--;
            held.addAll(now);
            return List.of();
        }
        now.addAll(held);
        held.clear();
        return now;
    }
}
