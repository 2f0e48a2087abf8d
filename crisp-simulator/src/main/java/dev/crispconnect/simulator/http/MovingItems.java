package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.json.JsonCodec;
import dev.crispconnect.simulator.json.MalformedJsonException;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes a conversation move while a list is being paged through (Crisp API reference, section 10.2). */
final class MovingItems {

    private static final String TEXT = "One more thing";

    private MovingItems() {}

    /**
     * The visitor of the conversation that the fault names, or of one on the page, writes. Nobody does when there is none.
     *
     * @param page the page as it would be answered
     */
    static void move(Workspace workspace, Fault.MovedItem fault, Supplier<Answer> page) {
        String sessionId = fault.sessionId() == null ? anyOn(page.get(), fault.seed()) : fault.sessionId();
        if (sessionId != null && workspace.conversations().find(sessionId).isPresent()) {
            workspace.visitorWrites(sessionId, TEXT);
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
