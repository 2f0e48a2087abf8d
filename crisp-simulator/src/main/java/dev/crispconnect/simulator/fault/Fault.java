package dev.crispconnect.simulator.fault;

import java.time.Duration;
import java.util.Objects;

/** Something that goes wrong with one request (Crisp API reference, section 10.2). */
public sealed interface Fault {

    /**
     * Answered with this status, by the API itself or by a gateway in front of it; nothing takes effect.
     *
     * @param code the HTTP status
     * @param reason the reason of the envelope; null for an HTML page as a gateway sends it
     * @param retryAfter the {@code Retry-After} header as sent, such as {@code 2}; null for none
     */
    record Status(int code, String reason, String retryAfter) implements Fault {}

    /** The connection is reset before anything took effect. */
    record DropBefore() implements Fault {}

    /** The request takes full effect, then the connection is reset: a lost answer. */
    record DropAfter() implements Fault {}

    /** The request takes full effect, nothing is sent for this long, then the connection is reset. */
    record Stall(Duration duration) implements Fault {
        public Stall {
            Objects.requireNonNull(duration, "duration");
        }
    }

    /** The request takes full effect; half of the answer's body is sent, then the connection is closed. */
    record TruncatedBody() implements Fault {}

    /** Nothing takes effect; the answer is 200 with an HTML page. */
    record Garbage() implements Fault {}

    /** The request takes effect at once and is answered well, this much later than usual. */
    record Slow(Duration duration) implements Fault {
        public Slow {
            Objects.requireNonNull(duration, "duration");
        }
    }

    /** An error in Crisp's envelope, without {@code Retry-After}. */
    static Fault status(int code, String reason) {
        return new Status(code, Objects.requireNonNull(reason, "reason"), null);
    }

    /** An error in Crisp's envelope that asks to wait. */
    static Fault status(int code, String reason, Duration retryAfter) {
        return new Status(code, Objects.requireNonNull(reason, "reason"), Long.toString(retryAfter.toSeconds()));
    }

    /** An error as a gateway sends it: an HTML page. */
    static Fault html(int code) {
        return new Status(code, null, null);
    }

    /** Whether the request still takes effect in the workspace. */
    default boolean takesEffect() {
        return !(this instanceof Status || this instanceof DropBefore || this instanceof Garbage);
    }
}
