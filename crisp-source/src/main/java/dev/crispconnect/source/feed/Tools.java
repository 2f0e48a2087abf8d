package dev.crispconnect.source.feed;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.time.Time;

/**
 * What every unit of a task reads with.
 *
 * @param client closed by its owner, after {@link Pump#interrupt()} and before {@link Pump#close()}
 */
public record Tools(CrispClient client, Time time, FeedMetrics metrics) {}
