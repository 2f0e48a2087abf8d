package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Backoff;
import java.time.Duration;

/**
 * How commands are executed.
 *
 * @param maxInFlight how many are executed at once, each in a lane of its own
 * @param deadline how long a command may be repeated, from its first call. Waiting for a throttled token does not count
 * @param backoff the waits between two calls of a command
 */
public record DeliverySettings(int maxInFlight, Duration deadline, Backoff backoff) {}
