package dev.crispconnect.source.feed;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.capture.Capture;
import dev.crispconnect.source.capture.Ear;

/**
 * What every unit of a task reads with.
 *
 * @param client closed by its owner, after {@link Pump#interrupt()} and before {@link Pump#close()}
 * @param capture used once, and only when changes are to be heard of
 */
public record Tools(CrispClient client, Time time, FeedMetrics metrics, Listening capture) {

    /** Makes what tells an ear of changes. */
    public interface Listening {
        Capture open(CrispClient client, Ear ear);
    }
}
