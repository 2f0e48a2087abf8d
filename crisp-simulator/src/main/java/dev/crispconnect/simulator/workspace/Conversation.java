package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A conversation as it stands at one moment (Crisp API reference, section 4.1).
 *
 * @param inboxId null for the main inbox
 * @param peopleId null when no profile is bound
 * @param previewMessage the newest message in brief; null when there is none
 * @param unreadOperator how many of the visitor's messages the team has not read
 * @param unreadVisitor how many of the team's messages the visitor has not read
 * @param assignedTo user_id of the operator; null when nobody
 * @param mentions user_ids of the operators who were mentioned
 * @param topic what it is about, as the server found out; null when it did not
 * @param meta as in section 4.2, by the names on the wire; not modifiable
 * @param waitingSince since when the visitor waits for an answer; null when nobody waits
 * @param typing what is known of who types; volatile; a side of which nothing is known is absent
 */
public record Conversation(
        String websiteId,
        String sessionId,
        String inboxId,
        String peopleId,
        State state,
        boolean blocked,
        Identity identity,
        Presence presence,
        Preview previewMessage,
        int unreadOperator,
        int unreadVisitor,
        String assignedTo,
        List<Participant> participants,
        List<String> mentions,
        String topic,
        Map<String, Object> meta,
        Instant createdAt,
        Instant updatedAt,
        Instant waitingSince,
        Map<Side, Typing> typing)
        implements ConversationTraits {

    /**
     * Whether the visitor is who they say they are.
     *
     * @param verifications how that was proven; may be empty even when it was
     */
    public record Identity(boolean verified, List<Verification> verifications) {

        static final Identity UNKNOWN = new Identity(false, List.of());
    }

    /**
     * A proof of identity.
     *
     * @param identity {@code email}, {@code phone} or a {@code urn:}
     * @param method {@code link}
     * @param annotation what was proven, such as the e-mail address
     */
    public record Verification(String identity, String method, String annotation) {

        /** By the names on the wire. */
        public Map<String, Object> wire() {
            return Map.of("identity", identity, "method", method, "annotation", annotation);
        }
    }

    /**
     * Whether the visitor is there.
     *
     * @param last when they were last seen; null when never
     */
    public record Presence(boolean online, Instant last) {}

    /** The newest message in brief. */
    public record Preview(String type, Side from, String excerpt, long fingerprint) {}

    /**
     * Somebody else who takes part.
     *
     * @param type {@code email}
     * @param target the address
     */
    public record Participant(String type, String target) {

        /** By the names on the wire. */
        public Map<String, Object> wire() {
            return Map.of("type", type, "target", target);
        }
    }

    /** Whether it has no message. */
    public boolean empty() {
        return previewMessage == null;
    }

    /** Excerpt of the newest message; null when there is none. */
    public String lastMessage() {
        return empty() ? null : previewMessage.excerpt();
    }

    /** The segments of its meta. */
    public List<String> segments() {
        return ((List<?>) meta.getOrDefault("segments", List.of()))
                .stream().map(String.class::cast).toList();
    }

    /** Its custom data. */
    public Map<?, ?> data() {
        return (Map<?, ?>) meta.getOrDefault("data", Map.of());
    }

    /** One value of its custom data; null when there is none of that name. */
    public Object data(String key) {
        return data().get(key);
    }
}
