package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;

/** Reads one unit, piece by piece, on the one thread of a task. */
interface UnitReader {

    UnitKey unit();

    /** Named values for a log line. */
    String describe();

    /**
     * Does what is due and hands over what that brought.
     *
     * @return how long nothing is to be done
     */
    Duration step() throws InterruptedException;
}
