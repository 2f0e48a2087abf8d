package dev.crispconnect.client.realtime;

import java.time.Duration;

/**
 * What is waited for, since when and how long at most. Pure.
 *
 * @param sinceNanos by the monotonic clock
 */
record Vigil(Ending.Silence silence, long sinceNanos, Duration bound) {

    /** What is assumed of a server that does not tell: the defaults of Socket.IO. */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(25);

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(20);

    /** However rarely a server means to be heard, a loss is to be found within this time. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** How long a server may be silent that told this of itself. */
    static Duration patience(Packet.Open hello) {
        Duration interval = hello.pingInterval() == null ? PING_INTERVAL : hello.pingInterval();
        Duration timeout = hello.pingTimeout() == null ? PING_TIMEOUT : hello.pingTimeout();
        boolean excessive = interval.compareTo(LONGEST) > 0 || timeout.compareTo(LONGEST.minus(interval)) > 0;
        return excessive ? LONGEST : interval.plus(timeout);
    }

    boolean isOver(long nowNanos) {
        return nowNanos - sinceNanos > bound.toNanos();
    }
}
