package dev.crispconnect.simulator.realtime;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens. Thread-safe. */
final class Tally {

    private final LongAdder published = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder connects = new LongAdder();
    private final LongAdder refusedConnects = new LongAdder();
    private final LongAdder unauthorized = new LongAdder();
    private final LongAdder binds = new LongAdder();
    private final LongAdder earlyBinds = new LongAdder();
    private final LongAdder oddFrames = new LongAdder();
    private final LongAdder silentClients = new LongAdder();
    private final LongAdder overruns = new LongAdder();

    void published() {
        published.increment();
    }

    void delivered() {
        delivered.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void connected() {
        connects.increment();
    }

    void refusedConnect() {
        refusedConnects.increment();
    }

    void unauthorized() {
        unauthorized.increment();
    }

    void bind(boolean early) {
        binds.increment();
        if (early) {
            earlyBinds.increment();
        }
    }

    void oddFrame() {
        oddFrames.increment();
    }

    void silentClient() {
        silentClients.increment();
    }

    void overrun() {
        overruns.increment();
    }

    void reset() {
        List.of(
                        published,
                        delivered,
                        dropped,
                        connects,
                        refusedConnects,
                        unauthorized,
                        binds,
                        earlyBinds,
                        oddFrames,
                        silentClients,
                        overruns)
                .forEach(LongAdder::reset);
    }

    RealtimeCounts counts() {
        return new RealtimeCounts(
                published.sum(),
                delivered.sum(),
                dropped.sum(),
                connects.sum(),
                refusedConnects.sum(),
                unauthorized.sum(),
                binds.sum(),
                earlyBinds.sum(),
                oddFrames.sum(),
                silentClients.sum(),
                overruns.sum());
    }
}
