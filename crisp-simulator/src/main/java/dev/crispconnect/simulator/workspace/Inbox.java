package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;

/**
 * A place for some of a website's conversations (Crisp API reference, section 3.13).
 *
 * @param card what was written of it
 */
public record Inbox(String inboxId, Card card, Instant createdAt, Instant updatedAt) {

    /**
     * What may be written of an inbox.
     *
     * @param emoji empty for none
     * @param order where it stands among the others, the lowest first
     * @param operators user_ids of those who see it; empty for all
     * @param teams ids of the teams that see it
     * @param conditions which conversations go into it
     * @param operator whether {@code and} or {@code or} stands between the conditions
     */
    public record Card(
            String name,
            String emoji,
            int order,
            List<String> operators,
            List<String> teams,
            List<Condition> conditions,
            String operator) {

        public Card {
            operators = List.copyOf(operators);
            teams = List.copyOf(teams);
            conditions = List.copyOf(conditions);
        }

        Card withOrder(int newOrder) {
            return new Card(name, emoji, newOrder, operators, teams, conditions, operator);
        }
    }

    /** Which conversations go into an inbox; kept, not applied. */
    public record Condition(String model, String criterion, String operator, List<String> query) {

        public Condition {
            query = List.copyOf(query);
        }
    }
}
