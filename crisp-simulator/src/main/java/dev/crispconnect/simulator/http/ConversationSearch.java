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

    private static final String NAME = "query.search_query";

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
        List<Predicate<Conversation>> clauses = FilterClause.parse(NAME, "conversation", searched).stream()
                .map(ConversationSearch::clause)
                .toList();
        String operator = query.text("search_operator").orElse("and");
        return switch (operator) {
            case "and" -> conversation -> clauses.stream().allMatch(clause -> clause.test(conversation));
            case "or" -> conversation -> clauses.stream().anyMatch(clause -> clause.test(conversation));
            default -> throw Refusal.invalid("query.search_operator should be equal to one of the allowed values");
        };
    }

    /** Looks at the field itself, as making up the whole object for each conversation would take long. */
    private static Predicate<Conversation> clause(FilterClause clause) {
        Criterion criterion = Criterion.named(clause.criterion())
                .orElseThrow(() -> Refusal.invalid(NAME + "[].criterion should be equal to one of the allowed values"));
        return conversation -> clause.comparison().holds(criterion.of(conversation), clause.wanted());
    }
}
