package dev.crispconnect.source.capture;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.realtime.Realtime;
import dev.crispconnect.client.time.Time;

/**
 * What a task hears with.
 *
 * @param client asks where to connect; closed by its owner
 * @param realtime connects; closed by its owner, after {@link Capture#close()}
 */
public record CaptureTools(CrispClient client, Realtime realtime, Time time, CaptureMetrics metrics) {}
