package dev.crispconnect.simulator.realtime;

import java.time.Instant;
import java.util.Set;

/**
 * A connected client as it is at one moment.
 *
 * @param id the {@code sid} of its open packet
 * @param protocol its Engine.IO revision, 3 or 4
 * @param token the identifier of its token; null while it is not authenticated, when the sets are empty
 * @param rooms the websites it hears
 * @param events the events it hears
 * @param inboxes the inboxes it is limited to; empty for all
 * @param since when it connected, by the simulator's clock
 */
public record SocketView(
        String id,
        int protocol,
        String token,
        Set<String> rooms,
        Set<String> events,
        Set<String> inboxes,
        Instant since) {}
