package dev.crispconnect.source;

import dev.crispconnect.simulator.realtime.Realtime;
import java.util.concurrent.atomic.AtomicLong;

/** What is on its way from the simulator's socket to the source: events, and the end of a connection. Thread-safe. */
final class SocketTraffic {

    private final Realtime crisp;

    /** Events that the connection brought which there is now. */
    private final AtomicLong arrived = new AtomicLong();

    /** Events that were sent to connections before. */
    private volatile long sentBefore;

    private volatile boolean connected;

    SocketTraffic(Realtime crisp) {
        this.crisp = crisp;
    }

    void connecting() {
        arrived.set(0);
        sentBefore = crisp.counts().delivered();
    }

    void connected() {
        connected = true;
    }

    void arrived() {
        arrived.incrementAndGet();
    }

    void ended() {
        connected = false;
    }

    /** Whether Crisp still has a connection, as it does for a moment after it was closed. */
    boolean isOpenAtCrisp() {
        return !crisp.sockets().isEmpty() || !crisp.isIdle();
    }

    /** Whether something was told that was not heard yet. */
    boolean isUnderway() {
        if (!crisp.isIdle()) {
            return true;
        }
        return connected && (crisp.sockets().isEmpty() || crisp.counts().delivered() - sentBefore > arrived.get());
    }
}
