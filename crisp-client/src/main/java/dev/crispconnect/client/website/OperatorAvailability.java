package dev.crispconnect.client.website;

import java.time.Instant;

/**
 * Whether an operator answers now (Crisp API reference, section 3.13). Every field but the id may be null.
 *
 * @param type such as {@code online}
 * @param lasting the number sent as {@code time.for}; its unit is not documented
 */
public record OperatorAvailability(String userId, String type, Long lasting, Instant since) {}
