package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Backoff;
import java.time.Duration;

/**
 * How commands are executed.
 *
 * @param maxInFlight how many are executed at once, each in a lane of its own
 * @param deadline how long a command may be repeated, from its first call. Waiting for a throttled token does not count
 * @param backoff the waits between two calls of a command
 * @param lookupDelay how long what Crisp accepted may take to be readable: nothing is looked up earlier than that
 * @param maxUncommitted how many records of a partition may be executed beyond what is committed; as many are in doubt
 *     after an assignment. 0 for no bound and no doubt
 * @param remembered how many ids of executed commands are remembered
 * @param allowance what may be spent at most
 */
public record DeliverySettings(
        int maxInFlight,
        Duration deadline,
        Backoff backoff,
        Duration lookupDelay,
        int maxUncommitted,
        int remembered,
        Allowance allowance) {}
