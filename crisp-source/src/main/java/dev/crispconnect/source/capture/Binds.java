package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.RealtimeConnection;
import java.time.Duration;

/**
 * When to ask for the events of websites that installed the plugin meanwhile (Crisp API reference, section 5.4): on an
 * interval, and soon after Crisp told of one. Other tokens have their websites from the beginning.
 */
final class Binds {

    /** Crisp allows none sooner. */
    private static final Duration SHORTEST = Duration.ofMillis(2500);

    private final boolean needed;
    private final Duration interval;

    /** By the monotonic clock. */
    private long dueNanos;

    Binds(boolean needed, Duration interval) {
        this.needed = needed;
        this.interval = interval;
    }

    /** There is a new connection, with the events of all websites of now. */
    void connected(long nowNanos) {
        dueNanos = nowNanos + interval.toNanos();
    }

    /** A website came or went. */
    void websitesChanged(long nowNanos) {
        dueNanos = nowNanos;
    }

    /** Asks, if it is time. */
    void bindIfDue(RealtimeConnection connection, long nowNanos) {
        if (needed && nowNanos - dueNanos >= 0) {
            dueNanos = nowNanos + (connection.bind() ? interval : SHORTEST).toNanos();
        }
    }
}
