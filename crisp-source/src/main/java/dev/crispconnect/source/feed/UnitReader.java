package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;

/**
 * Reads one unit, piece by piece, on the one thread of a task. What it is told of events may come while a step waits for
 * Crisp.
 */
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

    /** How it is now. Asked between two changes, from within a wait of its own, too. */
    UnitState state();

    /** Events come from now on. */
    default void hearing() {}

    /** One came. */
    default void heard(RealtimeEvent event) throws InterruptedException {}

    /** None come any more, or some were lost. */
    default void deaf() {}

    /** None can be had: read on a timer. */
    default void pollInstead() {}
}
