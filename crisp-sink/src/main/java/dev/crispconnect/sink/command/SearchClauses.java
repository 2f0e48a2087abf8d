package dev.crispconnect.sink.command;

import dev.crispconnect.client.SearchFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions to search by (Crisp API reference, sections 3.1 and 3.11). */
final class SearchClauses {

    private static final Kind OPERAND = new Kind() {
        @Override
        public String words() {
            return "text, a number, true or false";
        }

        @Override
        public Form form() {
            return new Form.Scalar("\\S");
        }

        @Override
        public Object read(Object value) throws Mistake {
            if (value instanceof Boolean) {
                return value;
            }
            return value instanceof String ? Kinds.TEXT.read(value) : number(value);
        }

        private Object number(Object value) throws Mistake {
            if (value instanceof Number) {
                return Kinds.NUMBER.read(value);
            }
            throw Mistake.expected(words(), value);
        }
    };

    static final Shape SHAPE = Shape.empty()
            .optional("match", Kinds.oneOf(Set.of("all", "any")))
            .required(
                    "clauses",
                    Kinds.listOf(Shape.empty()
                            .required("criterion", Kinds.TEXT)
                            .required("operator", Kinds.oneOf(Set.of("eq", "neq", "gte", "lte", "gt", "lt")))
                            .required("query", Kinds.listOf(OPERAND))));

    private SearchClauses() {}

    /**
     * The filter; null when there are no fields.
     *
     * @param model what the criteria are fields of: {@code conversation} or {@code people}
     */
    @SuppressWarnings("unchecked")
    static SearchFilter of(Map<String, Object> fields, String model) throws Mistake {
        if (fields == null) {
            return null;
        }
        List<SearchFilter.Clause> clauses = new ArrayList<>();
        for (Map<String, Object> clause : (List<Map<String, Object>>) fields.get("clauses")) {
            clauses.add(new SearchFilter.Clause(
                    model, (String) clause.get("criterion"), operator((String) clause.get("operator")), (List<?>)
                            clause.get("query")));
        }
        if (clauses.isEmpty()) {
            throw Mistake.of("search_filter.clauses", "expected one clause or more");
        }
        return new SearchFilter(
                "any".equals(fields.get("match")) ? SearchFilter.Match.ANY : SearchFilter.Match.ALL, clauses);
    }

    private static SearchFilter.Operator operator(String word) {
        return switch (word) {
            case "eq" -> SearchFilter.Operator.EQ;
            case "neq" -> SearchFilter.Operator.NEQ;
            case "gte" -> SearchFilter.Operator.GTE;
            case "lte" -> SearchFilter.Operator.LTE;
            case "gt" -> SearchFilter.Operator.GT;
            default -> SearchFilter.Operator.LT;
        };
    }
}
