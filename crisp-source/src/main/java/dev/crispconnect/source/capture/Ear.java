package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.RealtimeEvent;

/**
 * The units of a task, as far as they hear. Called on the reading thread only, from within {@link Capture#turn()}; what is
 * thrown leaves that turn, and nothing that was told before it is told again.
 */
public interface Ear {

    /**
     * From now on events are told, in order. Whatever happened before must be read; meanwhile events are kept, and told when
     * this returns.
     */
    void hearing() throws InterruptedException;

    /** Something happened. Events may be told twice, and may be older than what was read. */
    void heard(RealtimeEvent event) throws InterruptedException;

    /**
     * Events are told no longer, or some were lost as too many waited: a gap is open. {@link #hearing()} follows when there is
     * a connection, at once after mere loss.
     */
    void deaf();

    /**
     * There is no connection, for as long as was set or until an operator acts: read on a timer until {@link #hearing()}. Told
     * once each time, and at once when {@code capture.mode} is {@code polling}.
     */
    void pollInstead();
}
