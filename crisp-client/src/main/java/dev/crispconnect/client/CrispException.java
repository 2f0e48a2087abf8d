package dev.crispconnect.client;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that brought no usable answer. It says what the caller may do about it by its type, and carries the facts: the
 * method, the path template (never the path, which holds ids and e-mail addresses), the status, Crisp's reason, and how
 * long Crisp asked to wait. It never carries a body or a token. Follows section 1.6 of the Crisp API reference.
 */
public abstract sealed class CrispException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String template;
    private final int status;
    private final String reason;
    // not an Answer.Headers: an exception's fields must be serializable
    private final Duration retryAfter;
    private final boolean cached;

    private CrispException(Facts facts, String message, Throwable cause) {
        super(message, cause);
        this.method = facts.method;
        this.template = facts.template;
        this.status = facts.status;
        this.reason = facts.reason;
        this.retryAfter = facts.headers.retryAfter();
        this.cached = facts.headers.cached();
    }

    /** {@code GET}, {@code PATCH} and so on. */
    public String method() {
        return method;
    }

    /** The path with its parameters unfilled, such as {@code /website/{website_id}/conversations/{page}}. */
    public String template() {
        return template;
    }

    /** Method and template: what to count calls by. Holds no id. */
    public String route() {
        return method + " " + template;
    }

    /** The HTTP status; 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** The envelope's reason, such as {@code invalid_data}; empty when the answer was no envelope. */
    public String reason() {
        return reason;
    }

    /** How long Crisp asked to wait, where it did. As sent, not capped. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the cache in front of Crisp answered: that costs no quota, and may be stale. */
    public boolean cached() {
        return cached;
    }

    /** Whether the call may have taken effect although it failed: no answer, a 5xx or an unreadable success. */
    public boolean mayHaveTakenEffect() {
        return false;
    }

    /** No answer: refused, cut, timed out. Repeat what is safe to repeat. */
    public static final class Unreachable extends CrispException {
        private static final long serialVersionUID = 1L;

        private final boolean sent;

        Unreachable(Facts facts, boolean sent, Throwable cause) {
            super(facts, facts.describe("got no answer"), cause);
            this.sent = sent;
        }

        @Override
        public boolean mayHaveTakenEffect() {
            return sent;
        }
    }

    /** 420 or 429: the token is limited, or its day's quota is used up. The call took no effect; wait, then repeat. */
    public static final class Throttled extends CrispException {
        private static final long serialVersionUID = 1L;

        Throttled(Facts facts) {
            super(facts, facts.describe("was throttled"), null);
        }
    }

    /**
     * 408, 423 {@code quota_limit_exceeded}, 425 or a 5xx: Crisp cannot now. Also a 404 or 423 that something in
     * front of Crisp answered, as it proves nothing about the object. Repeat what is safe to repeat.
     */
    public static final class Unavailable extends CrispException {
        private static final long serialVersionUID = 1L;

        Unavailable(Facts facts) {
            super(facts, facts.describe("was not served"), null);
        }

        @Override
        public boolean mayHaveTakenEffect() {
            return status() >= 500 || status() == 408;
        }
    }

    /**
     * A 2xx whose body is no envelope, says that it is an error, is too long, or lacks what the answer cannot do
     * without. Reads may be repeated.
     */
    public static final class Unreadable extends CrispException {
        private static final long serialVersionUID = 1L;

        Unreadable(Facts facts, String what, Throwable cause) {
            super(facts, facts.describe(what), cause);
        }

        @Override
        public boolean mayHaveTakenEffect() {
            return true;
        }
    }

    /** The object that the path names does not exist (404 that is neither a route's nor a subscription's). */
    public static final class Missing extends CrispException {
        private static final long serialVersionUID = 1L;

        Missing(Facts facts) {
            super(facts, facts.describe("named an object that does not exist"), null);
        }
    }

    /** This call is wrong and stays wrong: 400, 409, 413, 422, 423 of a verification, any other 4xx. */
    public static final class Refused extends CrispException {
        private static final long serialVersionUID = 1L;

        Refused(Facts facts) {
            super(facts, facts.describe("was refused"), null);
        }
    }

    /**
     * Every call of this kind will fail until an operator acts: 401, 402, 403, 404 {@code not_subscribed}, 404
     * {@code not_found} of an unknown route, a redirect. {@link #advice()} says what to do; the message ends with it.
     */
    public static final class Denied extends CrispException {
        private static final long serialVersionUID = 1L;

        private final String advice;

        Denied(Facts facts, String advice) {
            super(facts, facts.describe("was denied") + ". " + advice, null);
            this.advice = advice;
        }

        /** What an operator should do, as a sentence. */
        public String advice() {
            return advice;
        }
    }

    /** What is known of a failed call. */
    record Facts(String method, String template, int status, String reason, Answer.Headers headers) {

        private String describe(String what) {
            StringBuilder text = new StringBuilder(method)
                    .append(' ')
                    .append(template)
                    .append(' ')
                    .append(what);
            if (status != 0) {
                text.append(": HTTP ").append(status);
            }
            if (!reason.isEmpty()) {
                text.append(' ').append(reason);
            }
            return text.toString();
        }
    }
}
