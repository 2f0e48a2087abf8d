package dev.crispconnect.source.capture;

import java.time.Duration;

/** What a task hears through, if anything. For the reading thread, but for {@link #close()}. */
interface Line extends AutoCloseable {

    /** When nothing is ever due. */
    Duration NEVER = Duration.ofDays(1);

    /** Tells what arrived and does what is due; see {@link Capture#turn()}. */
    Duration turn() throws InterruptedException;

    @Override
    void close();
}
