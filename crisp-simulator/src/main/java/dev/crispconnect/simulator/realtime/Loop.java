package dev.crispconnect.simulator.realtime;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one event loop on which everything realtime happens, in the order in which it was handed over. Work may be handed over
 * by any thread; timers belong to the loop itself.
 */
final class Loop {

    private final AtomicInteger handedOver = new AtomicInteger();
    private volatile Context context;

    void open(Vertx vertx) {
        context = vertx.getOrCreateContext();
    }

    /** Runs it soon, and never at once. Nothing happens before the loop is open and after the simulator is closed. */
    void run(Runnable work) {
        Context open = context;
        if (open == null) {
            return;
        }
        handedOver.incrementAndGet();
        try {
            open.runOnContext(now -> {
                try {
                    work.run();
                } finally {
                    handedOver.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException closed) {
            // the simulator is closed, and nobody is connected any more
            handedOver.decrementAndGet();
        }
    }

    /** Whether all has run that was handed over. */
    boolean isIdle() {
        return handedOver.get() == 0;
    }

    /** Something that happens later unless it is put off. Used on the loop only. */
    Alarm alarm(Runnable ring) {
        return new Alarm(ring);
    }

    final class Alarm {

        private static final long NOT_SET = -1;

        private final Runnable ring;
        private long timer = NOT_SET;

        private Alarm(Runnable ring) {
            this.ring = ring;
        }

        /** Rings after that real time, and not when it was set to before. */
        void set(Duration after) {
            cancel();
            timer = context.owner().setTimer(Math.max(1, after.toMillis()), id -> {
                timer = NOT_SET;
                ring.run();
            });
        }

        boolean isSet() {
            return timer != NOT_SET;
        }

        void cancel() {
            if (isSet()) {
                context.owner().cancelTimer(timer);
                timer = NOT_SET;
            }
        }
    }
}
