package dev.crispconnect.simulator.switches;

import java.time.Duration;
import java.util.List;

/** How the realtime API behaves (Crisp API reference, sections 5 and 10.1). Durations are real time. */
public final class RealtimeSwitch {

    /** What becomes of a wish that the token may not have. */
    public enum Wish {
        /** It is left out, and nobody is told. */
        IGNORE,
        /** {@code unauthorized}; in a bind, the bind is without effect. */
        REFUSE
    }

    /** A bind that comes sooner after the one before than is legal. */
    public enum EarlyBind {
        /** Takes effect. */
        TOLERATE,
        /** Is without effect. */
        IGNORE,
        /** {@code unauthorized}. */
        REFUSE
    }

    /** A socket whose token is revoked. */
    public enum RevokedToken {
        /** {@code unauthorized}, at once. */
        CUT,
        /** Goes on until it is closed for another reason. */
        KEEP
    }

    public static final Switch<Duration> PING_INTERVAL =
            Switch.millis("ping-interval", "the time between two heartbeats", Duration.ofSeconds(25));

    public static final Switch<Duration> PING_TIMEOUT =
            Switch.millis("ping-timeout", "how long a heartbeat may stay unanswered", Duration.ofSeconds(20));

    public static final Switch<Duration> AUTHENTICATION_TIMEOUT = Switch.millis(
            "authentication-timeout", "how long a socket may stay unauthenticated", Duration.ofSeconds(10));

    public static final Switch<Wish> FOREIGN_ROOM =
            Switch.one("foreign-room", "what a room does that the token does not reach", Wish.IGNORE);

    public static final Switch<Wish> FORBIDDEN_EVENT =
            Switch.one("forbidden-event", "what an event does that is unknown or not for the tier", Wish.IGNORE);

    public static final Switch<Duration> BIND_GAP =
            Switch.millis("bind-gap", "the time that has to be between two binds", Duration.ofMillis(2_500));

    public static final Switch<EarlyBind> EARLY_BIND =
            Switch.one("early-bind", "what a bind does that comes sooner than that", EarlyBind.TOLERATE);

    public static final Switch<RevokedToken> REVOKED_TOKEN =
            Switch.one("revoked-token", "what becomes of a socket whose token is revoked", RevokedToken.CUT);

    public static final Switch<Integer> SOCKET_BACKLOG = Switch.number(
            "socket-backlog", "how many bytes may wait for a slow reader before it is cut", 16 * 1024 * 1024);

    static final List<Switch<?>> ALL = List.of(
            PING_INTERVAL,
            PING_TIMEOUT,
            AUTHENTICATION_TIMEOUT,
            FOREIGN_ROOM,
            FORBIDDEN_EVENT,
            BIND_GAP,
            EARLY_BIND,
            REVOKED_TOKEN,
            SOCKET_BACKLOG);

    private RealtimeSwitch() {}
}
