package dev.crispconnect.client.realtime;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.time.Time;

/**
 * Hears of events as they happen, over Crisp's socket (Crisp API reference, section 5). One instance serves one connector
 * task and is closed with it. Events are told at most once and in the order sent; what happens while there is no
 * connection is never told, so that whoever must know it looks it up after each connect.
 *
 * <p>Safe for use by many threads.
 */
public interface Realtime extends AutoCloseable {

    /**
     * Connects and authenticates, and returns at once. Connecting again after the end, and when, is the caller's.
     *
     * @param endpoint the {@code app} URL that discovery answered just now: ws, wss, http or https, its path being that of
     *     Socket.IO
     * @param subscription which events to hear of
     * @param listener told of what happens, {@link RealtimeListener#ended} included if there never is a connection
     * @throws IllegalArgumentException when the endpoint is no such URL, or would send the token in clear although the API
     *     is reached over https
     */
    RealtimeConnection connect(String endpoint, Subscription subscription, RealtimeListener listener);

    /** Ends all connections at once. May be called twice. */
    @Override
    void close();

    /**
     * Opens the means to connect. Connects to nothing yet.
     *
     * @param settings whose token, user agent and timeouts to use; connecting and authenticating may together take as long
     *     as a call, and an event may be as long as an answer
     */
    static Realtime open(ClientSettings settings, Time time) {
        return new SocketRealtime(settings, time);
    }
}
