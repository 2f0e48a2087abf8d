package dev.crispconnect.simulator.realtime;

/**
 * What happened so far.
 *
 * @param published events of all websites, heard by somebody or not
 * @param delivered events written to a socket; one event counts for each socket, and twice when it is duplicated
 * @param dropped events that a fault kept from everybody
 * @param connects WebSockets that were opened
 * @param refusedConnects WebSockets that a fault kept from opening
 * @param unauthorized sockets that were told {@code unauthorized}
 * @param binds binds of authenticated sockets, early ones included
 * @param earlyBinds binds that came sooner after the one before than is legal
 * @param oddFrames frames that are no packets, or packets that no client sends
 * @param silentClients clients that were closed for not keeping up the heartbeat
 * @param overruns clients that were cut for reading too slowly
 */
public record RealtimeCounts(
        long published,
        long delivered,
        long dropped,
        long connects,
        long refusedConnects,
        long unauthorized,
        long binds,
        long earlyBinds,
        long oddFrames,
        long silentClients,
        long overruns) {}
