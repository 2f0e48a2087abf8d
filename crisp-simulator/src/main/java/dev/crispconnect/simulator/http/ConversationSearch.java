package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Conversation;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * {@code search_query} in its three types (Crisp API reference, section 3.1). Text looks into the nickname, the e-mail
 * address, the subject and the newest message.
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
        clause.allowed("model", List.of("conversation"));
        Criterion criterion = clause.choice("criterion", Criterion.named(clause.requiredText("criterion")));
        Comparison comparison = clause.choice("operator", Comparison.ofWire(clause.requiredText("operator")));
        clause.require("query");
        List<Object> wanted = clause.list("query").orElseThrow();
        return conversation -> comparison.holds(criterion.of(conversation), wanted);
    }
}
