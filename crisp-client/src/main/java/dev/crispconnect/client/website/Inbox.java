package dev.crispconnect.client.website;

import java.time.Instant;
import java.util.List;

/**
 * A part of a workspace's inbox (Crisp API reference, section 3.13). Every field but the id may be null; lists are never
 * null.
 *
 * @param order its place among the inboxes
 * @param operators user ids of those who see it
 * @param conditions which conversations go there
 * @param operator how the conditions are joined: {@code and}, {@code or}
 */
public record Inbox(
        String inboxId,
        String name,
        String emoji,
        Integer order,
        List<String> operators,
        List<String> teams,
        List<Condition> conditions,
        String operator,
        Instant createdAt,
        Instant updatedAt) {

    public Inbox {
        operators = operators == null ? List.of() : List.copyOf(operators);
        teams = teams == null ? List.of() : List.copyOf(teams);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    /** Shows which inbox it is. */
    @Override
    public String toString() {
        return "Inbox[" + inboxId + "]";
    }

    /** A condition on a conversation. */
    public record Condition(String model, String criterion, String operator, List<String> query) {

        public Condition {
            query = query == null ? List.of() : List.copyOf(query);
        }

        /** Shows nothing of what is compared with. */
        @Override
        public String toString() {
            return "Condition[]";
        }
    }
}
