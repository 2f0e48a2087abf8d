package dev.crispconnect.client;

import java.time.Instant;

/**
 * A successful answer (any 2xx).
 *
 * @param status the HTTP status: 206 on a list when more may follow, 200 on its last page, 202 when Crisp only accepted
 *     the write (Crisp API reference, sections 1.5 and 3.8)
 * @param reason the envelope's reason, such as {@code resolved}; empty when there was none
 * @param serverTime the {@code Date} header, to the second; null when it was absent or unreadable
 * @param data the decoded {@code data}; null for calls that answer none
 */
public record Answer<T>(int status, String reason, Instant serverTime, T data) {

    /** Whether Crisp said that another page or batch follows. */
    public boolean moreFollows() {
        return status == 206;
    }
}
