package dev.crispconnect.client.realtime;

/**
 * One connection, from its first attempt to its end. It has no timer: that it fell silent is found by asking it now and then.
 *
 * <p>Safe for use by many threads.
 */
public interface RealtimeConnection extends AutoCloseable {

    /**
     * Ends the connection as {@link Ending.Silent} when it has been silent for too long. To be called every second or so; a
     * connection whose other side vanished ends in no other way.
     */
    void check();

    /**
     * Asks for the events of websites that the token has come to reach since it connected, such as those that installed the
     * plugin.
     *
     * @return whether it was asked: not before authentication, nor after the end, nor sooner than 2.5 s after the last time,
     *     which Crisp calls illegal
     */
    boolean bind();

    /**
     * Ends the connection at once, without waiting for the other side; the listener is told on this thread. May be called
     * twice.
     */
    @Override
    void close();
}
