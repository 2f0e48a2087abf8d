package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventFeed;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the changes of one website, and the events that tell of them, in the order in which they took effect, and knows
 * which thread made which, so that whoever caused a change can tell its place. Thread-safe; {@link #made} is called under the
 * lock of what changed.
 */
final class Changes {

    private final EventFeed feed;
    private final AtomicLong last = new AtomicLong();

    @SuppressWarnings("ThreadLocalUsage") // one for each website, and websites live as long as the simulator
    private final ThreadLocal<Long> ofThread = ThreadLocal.withInitial(() -> 0L);

    /** Numbers the events of a feed as well, and tells it of every change. */
    Changes(EventFeed feed) {
        this.feed = feed;
        feed.listen(event -> made());
    }

    void made() {
        ofThread.set(last.incrementAndGet());
        feed.changed();
    }

    /** The number of the calling thread's last change; 0 for none. */
    long lastOfThisThread() {
        return ofThread.get();
    }
}
