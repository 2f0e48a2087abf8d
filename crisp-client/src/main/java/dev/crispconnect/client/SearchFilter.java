package dev.crispconnect.client;

import dev.crispconnect.client.json.JsonBody;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What listed conversations or contacts must fulfil (Crisp API reference, sections 3.1 and 3.11). Needs a paid plan
 * (402).
 *
 * @param match whether all clauses must hold, or any
 * @param clauses one or more
 */
public record SearchFilter(Match match, List<Clause> clauses) {

    /**
     * Checks and copies the clauses.
     *
     * @throws IllegalArgumentException when there is none
     */
    public SearchFilter {
        Objects.requireNonNull(match, "match");
        clauses = List.copyOf(clauses);
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("a search filter needs a clause");
        }
    }

    /** Shows how many clauses there are, never what they look for. */
    @Override
    public String toString() {
        return "SearchFilter[" + match + " of " + clauses.size() + "]";
    }

    /** The clauses as the JSON text that travels in the query. */
    String json() {
        return JsonBody.of(clauses.stream().map(Clause::fields).toList());
    }

    /** How clauses are joined. */
    public enum Match {
        ALL,
        ANY;

        String wire() {
            return this == ALL ? "and" : "or";
        }
    }

    /** How a criterion is compared. */
    public enum Operator {
        EQ,
        NEQ,
        GTE,
        LTE,
        GT,
        LT;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One condition.
     *
     * @param model {@code conversation} or {@code people}
     * @param criterion a field, such as {@code meta.segments} or {@code email}
     * @param query what to compare with: text, numbers and booleans
     */
    public record Clause(String model, String criterion, Operator operator, List<?> query) {

        /**
         * Checks and copies the clause.
         *
         * @throws NullPointerException when a part is null
         */
        public Clause {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(criterion, "criterion");
            Objects.requireNonNull(operator, "operator");
            query = List.copyOf(query);
        }

        /** Shows what it is about, never what it looks for. */
        @Override
        public String toString() {
            return "Clause[" + model + "." + criterion + " " + operator.wire() + "]";
        }

        private Map<String, Object> fields() {
            return Body.empty()
                    .with("model", model)
                    .with("criterion", criterion)
                    .with("operator", operator.wire())
                    .with("query", query)
                    .fields();
        }
    }
}
