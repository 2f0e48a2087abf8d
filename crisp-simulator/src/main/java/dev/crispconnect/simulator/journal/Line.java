package dev.crispconnect.simulator.journal;

import dev.crispconnect.simulator.fault.Fault;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request while it is being answered. Called by the event loop that answers it, read by any thread. */
public final class Line {

    private final Entry arrival;
    private final Counts.Route route;
    private final Runnable atEnd;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile String token;
    private volatile int status;
    private volatile Fault fault;
    private volatile long effect;

    Line(Entry arrival, Counts.Route route, Runnable atEnd) {
        this.arrival = arrival;
        this.route = route;
        this.atEnd = atEnd;
        this.token = arrival.token();
    }

    Entry entry() {
        return new Entry(
                arrival.sequence(),
                arrival.time(),
                arrival.method(),
                arrival.template(),
                arrival.path(),
                arrival.sessionId(),
                token,
                status,
                arrival.inFlight(),
                fault,
                effect);
    }

    /** Notes the fault it meets. */
    public void met(Fault met) {
        fault = met;
    }

    /**
     * Notes that it changed the workspace.
     *
     * @param place which change of its website it was
     */
    public void tookEffect(long place) {
        effect = place;
    }

    /** Notes whose request it was, as that came out later only. */
    public void authenticated(String identifier) {
        token = identifier;
    }

    /** Notes what was answered. */
    public void answered(int code) {
        status = code;
    }

    /** Notes that nothing more will be sent. May be called twice. */
    public void over() {
        if (over.compareAndSet(false, true)) {
            route.ended(status);
            atEnd.run();
        }
    }
}
