package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A conversation as it stands at one moment (Crisp API reference, section 4.1).
 *
 * @param inboxId null for the main inbox
 * @param peopleId null when no profile is bound
 * @param lastActive when the visitor was last seen; null when never
 * @param lastMessage excerpt of the newest message; null when there is none
 * @param previewMessage the newest message in brief; null when there is none
 * @param unreadOperator how many of the visitor's messages the team has not read
 * @param unreadVisitor how many of the team's messages the visitor has not read
 * @param assignedTo user_id of the operator; null when nobody
 * @param meta as in section 4.2, by the names on the wire; not modifiable
 * @param waitingSince since when the visitor waits for an answer; null when nobody waits
 */
public record Conversation(
        String websiteId,
        String sessionId,
        String inboxId,
        String peopleId,
        State state,
        boolean blocked,
        Instant lastActive,
        String lastMessage,
        Preview previewMessage,
        int unreadOperator,
        int unreadVisitor,
        String assignedTo,
        Map<String, Object> meta,
        Instant createdAt,
        Instant updatedAt,
        Instant waitingSince)
        implements ConversationTraits {

    /** The newest message in brief. */
    public record Preview(String type, Side from, String excerpt, long fingerprint) {}

    /** Whether it has no message. */
    public boolean empty() {
        return previewMessage == null;
    }

    /** The segments of its meta. */
    public List<String> segments() {
        return ((List<?>) meta.getOrDefault("segments", List.of()))
                .stream().map(String.class::cast).toList();
    }

    /** One value of its custom data; null when there is none of that name. */
    public Object data(String key) {
        return ((Map<?, ?>) meta.getOrDefault("data", Map.of())).get(key);
    }
}
