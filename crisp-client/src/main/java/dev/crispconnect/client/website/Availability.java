package dev.crispconnect.client.website;

import java.time.Instant;

/**
 * Whether a workspace answers now (Crisp API reference, section 3.13). Every field may be null.
 *
 * @param status such as {@code online} or {@code away}
 */
public record Availability(String status, Instant since) {}
