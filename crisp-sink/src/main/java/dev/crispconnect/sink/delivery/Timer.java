package dev.crispconnect.sink.delivery;

import java.time.Duration;

/** Runs things later, so that nobody has to wait. Safe for use by many threads. */
public interface Timer extends AutoCloseable {

    /** Runs a task that does not block, once, after the delay. Forgets it when the timer is closed meanwhile. */
    void after(Duration delay, Runnable task);

    /** Forgets what is still to come. May be called twice. */
    @Override
    void close();
}
