package dev.crispconnect.sink.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** What an execution has on the wire, and whether it is over. Decides who ends it. Safe for use by many threads. */
final class OnTheWire {

    private final AtomicBoolean over = new AtomicBoolean();
    private volatile CompletableFuture<?> call;

    /** Whether the execution has ended, by {@link #end}. */
    boolean isOver() {
        return over.get();
    }

    /** Ends the execution. @return false when somebody else did */
    boolean end() {
        return over.compareAndSet(false, true);
    }

    /** A call was sent. It is cancelled when the execution ended meanwhile. */
    void sent(CompletableFuture<?> answer) {
        call = answer;
        if (over.get()) {
            // dropped between our look and the call
            answer.cancel(true);
        }
    }

    /** Cancels what is on the wire. */
    void cancel() {
        CompletableFuture<?> sent = call;
        if (sent != null) {
            sent.cancel(true);
        }
    }

    /** Whether nothing is on the wire. */
    boolean isIdle() {
        CompletableFuture<?> sent = call;
        return sent == null || sent.isDone();
    }
}
