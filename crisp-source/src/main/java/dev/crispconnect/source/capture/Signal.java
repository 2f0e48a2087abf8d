package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.Ending;
import dev.crispconnect.client.realtime.RealtimeEvent;

/** What one thread has to tell the reading one. */
sealed interface Signal {

    /** Of which attempt to connect it comes, so that what is left of an earlier one is known. */
    int attempt();

    /** Crisp told where to connect. */
    record Found(int attempt, String endpoint) implements Signal {}

    /** Crisp did not tell where to connect. */
    record NotFound(int attempt, Throwable cause) implements Signal {}

    /** The token was accepted. */
    record Accepted(int attempt) implements Signal {}

    /** Something happened. */
    record Told(int attempt, RealtimeEvent event) implements Signal {}

    /** There was no room for one event or more that would have been here. */
    record Lost(int attempt) implements Signal {}

    /** The connection is no more. */
    record Ended(int attempt, Ending ending) implements Signal {}
}
