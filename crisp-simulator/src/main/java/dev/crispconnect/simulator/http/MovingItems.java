package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes a conversation move while a list is being paged through (Crisp API reference, section 10.2). */
final class MovingItems {

    private static final String TEXT = "One more thing";

    private MovingItems() {}

    /**
     * The visitor of the conversation that the fault names, or of one on the page, writes.
     *
     * @param page the page as it would be answered
     * @return whether anybody wrote, so that the page must be made anew
     */
    static boolean move(Workspace workspace, Fault.MovedItem fault, Answer page) {
        String sessionId = fault.sessionId() == null ? anyOn(page, fault.seed()) : fault.sessionId();
        if (workspace == null || sessionId == null) {
            return false;
        }
        try {
            workspace.visitorWrites(sessionId, TEXT);
            return true;
        } catch (AbsentException removed) {
            return false;
        }
    }

    private static String anyOn(Answer page, long seed) {
        List<String> sessionIds = sessionIds(page);
        return sessionIds.isEmpty() ? null : sessionIds.get(new Random(seed).nextInt(sessionIds.size()));
    }

    private static List<String> sessionIds(Answer page) {
        try {
            Object data = JsonCodec.parse(page.body().getBytes(), Map.class).get("data");
            return data instanceof List<?> items
                    ? items.stream()
                            .map(item -> (String) ((Map<?, ?>) item).get("session_id"))
                            .toList()
                    : List.of();
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("an answer that is no JSON", e);
        }
    }
}
