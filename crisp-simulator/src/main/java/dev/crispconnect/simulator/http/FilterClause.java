package dev.crispconnect.simulator.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One condition of a search by filters (Crisp API reference, sections 3.1 and 3.11).
 *
 * @param criterion path of the value, with dots
 */
record FilterClause(String criterion, Comparison comparison, List<Object> wanted) {

    private static final Shape SHAPE = Shape.object(Map.of(
                    "model",
                    Shape.TEXT,
                    "criterion",
                    Shape.TEXT,
                    "operator",
                    Shape.oneOf(List.of("eq", "neq", "gte", "lte", "gt", "lt")),
                    "query",
                    Shape.list((name, value) -> value)))
            .requiring("criterion", "operator", "query");

    /**
     * Reads a JSON array of clauses.
     *
     * @param name where it stands in the request
     * @param model the model that each of them names, if it names any
     */
    static List<FilterClause> parse(String name, String model, String json) {
        return JsonText.objects(name, json).stream()
                .map(clause -> of(SHAPE.of(new Body(name + "[]", clause)), model, name))
                .toList();
    }

    private static FilterClause of(Map<String, Object> clause, String model, String name) {
        if (!clause.getOrDefault("model", model).equals(model)) {
            throw Refusal.invalid(name + "[].model should be equal to one of the allowed values");
        }
        return new FilterClause(
                (String) clause.get("criterion"),
                Comparison.ofWire((String) clause.get("operator")).orElseThrow(),
                Collections.unmodifiableList((List<?>) clause.get("query")));
    }

    /** Whether it holds for an object by the names on the wire. */
    boolean holds(Map<String, ?> object) {
        Object value = object;
        for (String name : criterion.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return comparison.holds(value, wanted);
    }
}
