package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.Map;

/**
 * One request that passed the gate.
 *
 * @param token whose request it is
 * @param workspace data of the website in the path; null for routes without one
 * @param path the parameters of the path, decoded, by their names in the template
 * @param address host and port by which the caller reached the simulator
 */
record Call(Token token, Workspace workspace, Map<String, String> path, Query query, Body body, String address) {

    String sessionId() {
        return path.get("session_id");
    }

    String peopleId() {
        return path.get("people_id");
    }

    /** For routes whose body decides which scope is needed; all others name theirs. */
    void requireWriting(String scope) {
        if (!token.mayWrite(scope)) {
            throw Refusal.of(403, "not_allowed");
        }
    }

    long fingerprint() {
        try {
            return Long.parseLong(path.get("fingerprint"));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("params.fingerprint should be integer", e);
        }
    }
}
