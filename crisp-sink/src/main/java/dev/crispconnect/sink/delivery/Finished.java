package dev.crispconnect.sink.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * A command with its outcome.
 *
 * @param attempts how many calls were sent for it, look-ups included
 * @param latency from its first call to its last answer
 * @param at when it ended
 */
public record Finished(Order order, Outcome outcome, int attempts, Duration latency, Instant at) {}
