package dev.crispconnect.client.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A conversation as Crisp answers it (Crisp API reference, section 4.1). Every field but the two ids may be null:
 * tokens with few scopes see less, and fields come and go. Lists are never null. {@code compose} is left out, as it
 * changes with every key stroke.
 *
 * @param state {@code pending}, {@code unresolved} or {@code resolved}
 * @param status the state as a number for sorting: 0, 1, 2
 * @param lastMessage an excerpt of the newest message
 * @param previewMessage the newest message in brief
 * @param waitingSince since when the visitor waits for an answer; null when nobody waits
 */
public record Conversation(
        String websiteId,
        String sessionId,
        String inboxId,
        String peopleId,
        String state,
        Integer status,
        Boolean isVerified,
        Boolean isBlocked,
        String availability,
        Activity active,
        String lastMessage,
        PreviewMessage previewMessage,
        String topic,
        List<Verification> verifications,
        List<Participant> participants,
        List<String> mentions,
        Unread unread,
        Assignment assigned,
        Meta meta,
        Instant createdAt,
        Instant updatedAt,
        Instant waitingSince) {

    public Conversation {
        verifications = verifications == null ? List.of() : List.copyOf(verifications);
        participants = participants == null ? List.of() : List.copyOf(participants);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
    }

    /** Shows which conversation it is, never what was said nor by whom. */
    @Override
    public String toString() {
        return "Conversation[" + sessionId + "]";
    }

    /** Whether the visitor is here now, and when last seen. */
    public record Activity(Boolean now, Instant last) {}

    /** The newest message in brief. */
    public record PreviewMessage(String type, String from, String excerpt, Long fingerprint) {

        /** Shows which message it is, never what it says. */
        @Override
        public String toString() {
            return "PreviewMessage[" + fingerprint + "]";
        }
    }

    /** A proof of the visitor's identity. */
    public record Verification(String identity, String method, String annotation) {

        /** Shows how it was proved, not who. */
        @Override
        public String toString() {
            return "Verification[method=" + method + "]";
        }
    }

    /** Somebody copied in, by e-mail. */
    public record Participant(String type, String target) {

        /** Shows the type, not the address. */
        @Override
        public String toString() {
            return "Participant[type=" + type + "]";
        }
    }

    /** How many messages each side has not read. */
    public record Unread(Integer operator, Integer visitor) {}

    /** The operator it is assigned to; the id is null when nobody. */
    public record Assignment(String userId) {}
}
