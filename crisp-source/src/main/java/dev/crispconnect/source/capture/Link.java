package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.Realtime;
import dev.crispconnect.client.realtime.RealtimeConnection;
import dev.crispconnect.client.realtime.RealtimeListener;
import dev.crispconnect.client.realtime.Subscription;
import java.time.Duration;

/**
 * The one connection, while there is one: looked after as long as it lasts.
 *
 * <p>For the reading thread, but for {@link #close()} and {@link #isClosed()} and what they touch, which are for any.
 */
final class Link {

    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

    private final Realtime realtime;
    private final Subscription subscription;
    private final Binds binds;

    /** By the monotonic clock. */
    private long checkedNanos;

    /** Whether Crisp accepted the token. */
    private boolean accepted;

    /** Null when there is none. Any thread. */
    private volatile RealtimeConnection connection;

    /** Any thread. */
    private volatile boolean closed;

    Link(Realtime realtime, Subscription subscription, Binds binds) {
        this.realtime = realtime;
        this.subscription = subscription;
        this.binds = binds;
    }

    /** @throws IllegalArgumentException when the endpoint cannot be used */
    void connect(String endpoint, RealtimeListener listener, long nowNanos) {
        connection = realtime.connect(endpoint, subscription, listener);
        checkedNanos = nowNanos;
        if (closed) {
            // it was being made while the other thread closed, which saw none
            connection.close();
        }
    }

    void accepted(long nowNanos) {
        accepted = true;
        binds.connected(nowNanos);
    }

    /** A website came or went. */
    void websitesChanged(long nowNanos) {
        binds.websitesChanged(nowNanos);
    }

    /** Checks that it is alive, and asks for the events of further websites, if it is time. */
    void lookAfter(long nowNanos) {
        if (connection != null && nowNanos - checkedNanos >= BETWEEN_CHECKS.toNanos()) {
            checkedNanos = nowNanos;
            connection.check();
            if (accepted) {
                binds.bindIfDue(connection, nowNanos);
            }
        }
    }

    /** How long until it is to be looked after. */
    Duration untilDue(long nowNanos) {
        return connection == null ? Line.NEVER : BETWEEN_CHECKS.minusNanos(nowNanos - checkedNanos);
    }

    /** It is no more. */
    void gone() {
        connection = null;
        accepted = false;
    }

    boolean isClosed() {
        return closed;
    }

    /** Cuts it, for ever. May be called twice. */
    void close() {
        closed = true;
        RealtimeConnection current = connection;
        if (current != null) {
            current.close();
        }
    }
}
