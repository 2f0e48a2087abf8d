package dev.crispconnect.simulator.fault;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that goes wrong with one request, at a moment that it names (Crisp API reference, section 10.2). To read is to
 * take no effect, so that for reads both moments are the same.
 */
public sealed interface Fault {

    /** Whether it strikes before or after the request takes effect. */
    Moment moment();

    /** Whether the request still takes effect in the workspace. */
    default boolean takesEffect() {
        return moment() == Moment.AFTER_WRITE;
    }

    /** Whether it is a fault of such requests at all: a plan lets others pass, uncounted. */
    default boolean suits(Request request) {
        return true;
    }

    /** How much later than usual something is done to the connection. */
    default Duration delay() {
        return Duration.ZERO;
    }

    /**
     * Answered with this status, by the API itself or by a gateway in front of it.
     *
     * @param code the HTTP status
     * @param reason the reason of the envelope; null for an HTML page as a gateway sends it
     * @param retryAfter the {@code Retry-After} header as sent, such as {@code 2}; null for none
     */
    record Status(int code, String reason, String retryAfter, Moment moment) implements Fault {
        public Status {
            if (code < 200 || code > 599) {
                throw new IllegalArgumentException("A status is a number from 200 to 599, not " + code + ".");
            }
            Objects.requireNonNull(moment, "moment");
        }

        /** How long it asks to wait, if it does so in seconds. */
        public Optional<Duration> asked() {
            return Optional.ofNullable(retryAfter)
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        }

        /** The same answer after the request took effect: a lost answer with a wrong face. */
        public Status afterWrite() {
            return new Status(code, reason, retryAfter, Moment.AFTER_WRITE);
        }

        /** The same answer with this {@code Retry-After}. */
        public Status retryAfter(Duration wait) {
            return new Status(code, reason, Long.toString(wait.toSeconds()), moment);
        }
    }

    /** The answer is 200 with an HTML page. */
    record Garbage(Moment moment) implements Fault {
        public Garbage {
            Objects.requireNonNull(moment, "moment");
        }

        /** Nothing takes effect. */
        public Garbage() {
            this(Moment.BEFORE_WRITE);
        }
    }

    /** The connection is closed in good order (FIN) without an answer. */
    record Drop(Moment moment) implements Fault {
        public Drop {
            Objects.requireNonNull(moment, "moment");
        }
    }

    /** The connection is reset (RST) without an answer. */
    record Reset(Moment moment) implements Fault {
        public Reset {
            Objects.requireNonNull(moment, "moment");
        }
    }

    /** The server shuts its direction of the connection without an answer and goes on reading. */
    record HalfClose(Moment moment) implements Fault {
        public HalfClose {
            Objects.requireNonNull(moment, "moment");
        }
    }

    /**
     * Nothing is sent until {@link FaultPlan#release()}: then the request is answered if it took effect, and its connection
     * closed if it did not.
     */
    record Silence(Moment moment) implements Fault {
        public Silence {
            Objects.requireNonNull(moment, "moment");
        }
    }

    /** Nothing is sent for this long, then the connection is closed without an answer. */
    record Stall(Duration delay, Moment moment) implements Fault {
        public Stall {
            requirePositive(delay);
            Objects.requireNonNull(moment, "moment");
        }

        /** The request takes full effect. */
        public Stall(Duration delay) {
            this(delay, Moment.AFTER_WRITE);
        }
    }

    /** The request takes effect at once and is answered well, this much later than usual. */
    record Slow(Duration delay) implements SpoiltAnswer {
        public Slow {
            requirePositive(delay);
        }
    }

    /** Half of the answer's body is sent, then the connection is closed. */
    record TruncatedBody() implements SpoiltAnswer {}

    /**
     * Half of the answer's body is sent, nothing for a while, then the rest.
     *
     * @param pause how long nothing is sent
     * @param rest what comes after it
     */
    record StallInBody(Duration pause, Rest rest) implements SpoiltAnswer {

        /** The end of a stalled body. */
        public enum Rest {
            /** The other half comes. */
            SENT,
            /** The connection is closed instead. */
            CUT
        }

        public StallInBody {
            requirePositive(pause);
            Objects.requireNonNull(rest, "rest");
        }
    }

    /** A good answer in a form that a client may not expect. */
    record Mutated(Mutation kind) implements SpoiltAnswer {
        public Mutated {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * A list is answered as it was when the same token last asked for the same page, whatever changed since; as it is now
     * when that was too long ago or never.
     */
    record Stale() implements SpoiltAnswer {
        @Override
        public boolean suits(Request request) {
            return request.readsList();
        }
    }

    /**
     * Before a page of conversations is made, one of them moves: its visitor writes.
     *
     * @param sessionId which one; null for one that would have been on that page
     * @param seed which one on the page, when there is no session id
     */
    record MovedItem(String sessionId, long seed) implements SpoiltAnswer {
        @Override
        public boolean suits(Request request) {
            return request.readsConversations();
        }
    }

    /** Faults of good answers: the request always takes effect. */
    sealed interface SpoiltAnswer extends Fault permits Slow, TruncatedBody, StallInBody, Mutated, Stale, MovedItem {

        @Override
        default Moment moment() {
            return Moment.AFTER_WRITE;
        }
    }

    /** An error in Crisp's envelope, without {@code Retry-After}, before anything takes effect. */
    static Status status(int code, String reason) {
        return new Status(code, Objects.requireNonNull(reason, "reason"), null, Moment.BEFORE_WRITE);
    }

    /** The same with a {@code Retry-After} of whole seconds. */
    static Status status(int code, String reason, Duration retryAfter) {
        return status(code, reason).retryAfter(retryAfter);
    }

    /** An error as a gateway sends it: an HTML page, before anything takes effect. */
    static Status html(int code) {
        return new Status(code, null, null, Moment.BEFORE_WRITE);
    }

    /** An error in Crisp's envelope with the reason that goes with the status. */
    static Status status(int code) {
        return status(code, reasonOf(code));
    }

    /** The reason that goes with an error (Crisp API reference, section 1.6); our choice where the reference has none. */
    static String reasonOf(int code) {
        return switch (code) {
            case 400 -> "invalid_data";
            case 401 -> "invalid_session";
            case 402 -> "subscription_upgrade_required";
            case 403 -> "not_allowed";
            case 404 -> "not_subscribed";
            case 409 -> "conflict";
            case 420, 429 -> "rate_limited";
            case 423 -> "quota_limit_exceeded";
            default -> code >= 500 ? "server_error" : "error";
        };
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("A delay is longer than nothing, not " + duration + ".");
        }
    }
}
