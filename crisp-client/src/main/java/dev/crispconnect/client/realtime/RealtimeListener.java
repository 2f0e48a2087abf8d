package dev.crispconnect.client.realtime;

/**
 * Told of what happens on one connection: of the authentication and the events on the thread that reads the socket, one after
 * the other. That thread reads nothing meanwhile, so a listener hands over and returns. One that throws ends the connection
 * as {@link Ending.Lost}.
 */
public interface RealtimeListener {

    /** Crisp accepted the token; from now on events are told. */
    void authenticated();

    /** Something happened. */
    void event(RealtimeEvent event);

    /**
     * The connection ended; exactly once. Told by the thread that ended it: the one that reads the socket, or the one that
     * checked or closed the connection, in which case an event may still be being told.
     */
    void ended(Ending ending);
}
