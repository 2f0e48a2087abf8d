package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.ConversationQuery;
import dev.crispconnect.simulator.workspace.ConversationTraits;
import dev.crispconnect.simulator.workspace.ListOrder;
import dev.crispconnect.simulator.workspace.State;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The query parameters of the conversation list (Crisp API reference, section 3.1): zero and empty mean no filter. */
record ConversationFilters(PlanGate plan) {

    ConversationQuery query(Query query, int page, int perPage) {
        Optional<Instant> from = query.date("filter_date_start");
        Optional<Instant> to = query.date("filter_date_end");
        if (from.isPresent() || to.isPresent()) {
            plan.needs(PlanFeature.DATE_FILTERS);
        }
        return new ConversationQuery(
                page,
                perPage,
                order(query),
                query.flag("include_empty"),
                from.orElse(null),
                to.orElse(null),
                filter(query),
                search(query));
    }

    /** Null when nothing is searched. */
    private Predicate<Conversation> search(Query query) {
        return query.text("search_query")
                .map(searched -> {
                    if (searched.length() > plan.switches().get(AnswerSwitch.LONGEST_SEARCH)) {
                        throw Refusal.of(400, "search_query_too_long");
                    }
                    plan.needs(PlanFeature.SEARCH);
                    return ConversationSearch.of(query, searched);
                })
                .orElse(null);
    }

    private static ListOrder order(Query query) {
        if (query.flag("order_date_waiting")) {
            return ListOrder.WAITING;
        }
        if (query.flag("order_date_updated")) {
            return ListOrder.UPDATED;
        }
        return query.flag("order_date_created") ? ListOrder.CREATED : ListOrder.STATUS;
    }

    /** Null when nothing is filtered. */
    private Predicate<ConversationTraits> filter(Query query) {
        Predicate<ConversationTraits> all = conversation -> true;
        Predicate<ConversationTraits> filter = all;
        if (query.flag("filter_unread")) {
            filter = filter.and(conversation -> conversation.unreadOperator() > 0);
        }
        if (query.flag("filter_resolved")) {
            filter = filter.and(conversation -> conversation.state() == State.RESOLVED);
        }
        if (query.flag("filter_not_resolved")) {
            filter = filter.and(conversation -> conversation.state() != State.RESOLVED);
        }
        if (query.flag("filter_unassigned")) {
            filter = filter.and(conversation -> conversation.assignedTo() == null);
        }
        if (query.flag("filter_mention")) {
            // a token is no operator who could be mentioned: anybody's mention counts
            filter = filter.and(conversation -> !conversation.mentions().isEmpty());
        }
        filter = query.text("filter_assigned")
                .filter(value -> !value.equals("0"))
                .map(ConversationFilters::assigned)
                .map(filter::and)
                .orElse(filter);
        filter = query.text("filter_inbox_id")
                .filter(value -> !value.equals("all"))
                .map(ConversationFilters::inbox)
                .map(filter::and)
                .orElse(filter);
        if (all.equals(filter)) {
            return null;
        }
        plan.needs(PlanFeature.FILTERS);
        return filter;
    }

    /** Official clients disagree: Go sends a flag, Node a user_id. */
    private static Predicate<ConversationTraits> assigned(String value) {
        return value.equals("1")
                ? conversation -> conversation.assignedTo() != null
                : conversation -> value.equals(conversation.assignedTo());
    }

    private static Predicate<ConversationTraits> inbox(String value) {
        return conversation -> value.equals(conversation.inboxId());
    }
}
