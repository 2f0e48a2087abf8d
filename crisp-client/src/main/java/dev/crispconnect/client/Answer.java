package dev.crispconnect.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A successful answer: any 2xx, and the 404 of a question whether something is there.
 *
 * @param status the HTTP status: 206 on a list when more may follow, 200 on its last page, 202 when Crisp only accepted
 *     the write (Crisp API reference, sections 1.5 and 3.8)
 * @param reason the envelope's reason, such as {@code resolved}; empty when there was none
 * @param headers what its headers said
 * @param data the decoded {@code data}; null for calls that answer none
 */
public record Answer<T>(int status, String reason, Headers headers, T data) {

    /** Whether Crisp said that another page or batch follows. */
    public boolean moreFollows() {
        return status == 206;
    }

    /** The server's time, to the second; null when it was not told. */
    public Instant serverTime() {
        return headers.serverTime();
    }

    /** How long Crisp asked to wait, where it did. As sent, not capped. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(headers.retryAfter());
    }

    /** Whether the cache in front of Crisp answered: such an answer costs no quota (section 2.4), and may be stale. */
    public boolean cached() {
        return headers.cached();
    }

    /**
     * What the headers of an answer say about time and cost.
     *
     * @param serverTime the {@code Date} header, to the second; null when it was absent or unreadable
     * @param retryAfter the wait that was asked for, as sent, not capped; null when none was
     * @param cached whether {@code Bloom-Status} said that the cache in front of Crisp answered
     */
    public record Headers(Instant serverTime, Duration retryAfter, boolean cached) {

        /** Those of an answer that told nothing. */
        public static final Headers NONE = new Headers(null, null, false);
    }
}
