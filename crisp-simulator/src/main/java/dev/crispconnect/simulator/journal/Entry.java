package dev.crispconnect.simulator.journal;

import dev.crispconnect.simulator.fault.Fault;
import java.time.Instant;

/**
 * What the simulator remembers of one request. Bodies and keys are not kept.
 *
 * @param sequence place in the order of arrival, from 1
 * @param time when it arrived, by the simulator's clock
 * @param method the HTTP method
 * @param template the route, such as {@code /website/{website_id}/conversations/{page}}; {@code (unknown)} for no route,
 *     {@code (realtime)} for a WebSocket
 * @param path the path and query as sent
 * @param sessionId the conversation that the path names; null for none
 * @param token identifier of the token, of a WebSocket the last one that it authenticated with; null when there was none
 *     that is known
 * @param status status that was answered; 0 when nothing was (yet)
 * @param inFlight how many requests were being answered when it arrived, itself included
 * @param fault the fault it met; null for none
 * @param effect place among what happened to its website, which visitors have a part in; 0 when it changed nothing (refused,
 *     dropped, read, or a write of what was there already)
 */
public record Entry(
        long sequence,
        Instant time,
        String method,
        String template,
        String path,
        String sessionId,
        String token,
        int status,
        int inFlight,
        Fault fault,
        long effect) {

    /** The query as sent; null for none. */
    public String query() {
        int mark = path.indexOf('?');
        return mark < 0 ? null : path.substring(mark + 1);
    }
}
