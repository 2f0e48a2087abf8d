package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.Map;

/**
 * One request, understood.
 *
 * @param workspace data of the website in the path; null for routes without one
 * @param path the parameters of the path, decoded, by their names in the template
 * @param query the query
 * @param body the body; empty when there is none
 */
record Call(Token token, Workspace workspace, Map<String, String> path, Query query, Map<String, Object> body) {

    String sessionId() {
        return path.get("session_id");
    }

    String peopleId() {
        return path.get("people_id");
    }
}
