package dev.crispconnect.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came back over HTTP, not yet judged.
 *
 * @param serverTime the {@code Date} header; null when absent or unreadable
 * @param retryAfter the wait that was asked for; null when none was
 * @param body empty when it was longer than allowed
 */
record Reply(int status, Instant serverTime, Duration retryAfter, Optional<byte[]> body) {}
