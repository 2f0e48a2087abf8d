package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Conversation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * {@code search_query} in its three types (Crisp API reference, section 3.1). Text looks into the nickname, the e-mail
 * address, the subject and the newest message; filters understand {@code eq} and {@code neq} on {@code state} and
 * {@code meta.*}.
 */
final class ConversationSearch {

    private ConversationSearch() {}

    static Predicate<Conversation> of(Query query, String searched) {
        String type = query.text("search_type").orElse("text");
        return switch (type) {
            case "text" -> text(searched.toLowerCase(Locale.ROOT));
            case "segment" -> conversation -> conversation.segments().contains(searched);
            case "filter" -> filters(query, searched);
            default -> throw Refusal.invalid("query.search_type should be equal to one of the allowed values");
        };
    }

    private static Predicate<Conversation> text(String searched) {
        return conversation -> contains(conversation.meta().get("nickname"), searched)
                || contains(conversation.meta().get("email"), searched)
                || contains(conversation.meta().get("subject"), searched)
                || contains(conversation.lastMessage(), searched);
    }

    private static boolean contains(Object value, String searched) {
        return value instanceof String text && text.toLowerCase(Locale.ROOT).contains(searched);
    }

    private static Predicate<Conversation> filters(Query query, String searched) {
        List<Predicate<Conversation>> clauses = JsonText.objects(searched).stream()
                .map(clause -> clause(new Body("query.search_query[]", clause)))
                .toList();
        String operator = query.text("search_operator").orElse("and");
        return switch (operator) {
            case "and" -> conversation -> clauses.stream().allMatch(clause -> clause.test(conversation));
            case "or" -> conversation -> clauses.stream().anyMatch(clause -> clause.test(conversation));
            default -> throw Refusal.invalid("query.search_operator should be equal to one of the allowed values");
        };
    }

    private static Predicate<Conversation> clause(Body clause) {
        String criterion = clause.requiredText("criterion");
        String operator = clause.requiredText("operator");
        List<Object> wanted = clause.list("query").orElse(List.of());
        BiPredicate<Conversation, Object> equal = (conversation, value) -> holds(value(conversation, criterion), value);
        Predicate<Conversation> any =
                conversation -> wanted.stream().anyMatch(value -> equal.test(conversation, value));
        return switch (operator) {
            case "eq" -> any;
            case "neq" -> any.negate();
            default -> throw Refusal.invalid("query.search_query[].operator should be eq or neq in the simulator");
        };
    }

    private static boolean holds(Object value, Object wanted) {
        return value instanceof List<?> list
                ? list.contains(wanted)
                : Objects.toString(value, "").equals(Objects.toString(wanted, ""));
    }

    private static Object value(Conversation conversation, String criterion) {
        if (criterion.equals("state")) {
            return conversation.state().wire();
        }
        Object value = Map.of("meta", conversation.meta());
        for (String name : criterion.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
