package dev.crispconnect.sink.command;

import dev.crispconnect.client.ConversationFilter;
import dev.crispconnect.client.ConversationQuery;
import dev.crispconnect.client.ConversationSearch;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.SearchFilter;
import dev.crispconnect.client.conversation.Conversation;
import java.util.List;
import java.util.Set;

/**
 * Looks conversations up (Crisp API reference, section 3.1).
 *
 * @param query the first page of what is wanted
 * @param room how many bytes the response may have
 */
public record ListConversations(Target target, Pages pages, ConversationQuery query, int room) implements LookUp {

    private static final String ANYBODY = "anybody";

    static final CommandType TYPE = new CommandType(
            "list_conversations",
            List.of(),
            Pages.in(CommandType.COMMON)
                    .optional("order", Kinds.oneOf(Set.of("created", "updated", "waiting")))
                    .optional(Kinds.FLAG, "include_empty", "resolved", "unread", "mention", "unassigned")
                    .optional(Kinds.TEXT, "inbox_id", "assigned", "search_text", "search_segment")
                    .optional(Kinds.TIME, "updated_from", "updated_to")
                    .optional("search_filter", SearchClauses.SHAPE),
            ListConversations::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return new PageWalk<>(
                        "conversations",
                        ResponseDraft.within(room),
                        page -> Conversations.list(target.websiteId(), at(page)),
                        Conversation::sessionId)
                .begin(pages);
    }

    private ConversationQuery at(int page) {
        return new ConversationQuery(
                page, query.perPage(), query.order(), query.includeEmpty(), query.filter(), query.search());
    }

    private static ListConversations read(Fields fields) throws Mistake {
        Pages pages = Pages.of(fields);
        ConversationQuery query = new ConversationQuery(
                pages.first(),
                pages.size(),
                order(fields.text("order")),
                isTrue(fields, "include_empty"),
                filter(fields),
                search(fields));
        return new ListConversations(Target.website(fields.websiteId()), pages, query, fields.room());
    }

    private static ConversationFilter filter(Fields fields) throws Mistake {
        boolean unassigned = isTrue(fields, "unassigned");
        if (unassigned && fields.has("assigned")) {
            throw Mistake.of("unassigned", "given beside 'assigned', expected one of the two");
        }
        fields.checkSpan("updated_from", "updated_to");
        String assigned = fields.text("assigned");
        return new ConversationFilter(
                fields.text("inbox_id"),
                fields.flag("resolved"),
                isTrue(fields, "unread"),
                isTrue(fields, "mention"),
                ANYBODY.equals(assigned) ? ConversationFilter.ANYBODY : assigned,
                unassigned,
                fields.time("updated_from"),
                fields.time("updated_to"));
    }

    private static ConversationSearch search(Fields fields) throws Mistake {
        List<String> given = List.of("search_text", "search_segment", "search_filter").stream()
                .filter(fields::has)
                .toList();
        if (given.size() > 1) {
            throw Mistake.of(given.get(1), "given beside '" + given.get(0) + "', expected one of the two");
        }
        if (fields.has("search_text")) {
            return new ConversationSearch.Text(fields.text("search_text"));
        }
        if (fields.has("search_segment")) {
            return new ConversationSearch.Segment(fields.text("search_segment"));
        }
        SearchFilter filter = SearchClauses.of(fields.object("search_filter"), "conversation");
        return filter == null ? null : new ConversationSearch.Filter(filter);
    }

    private static boolean isTrue(Fields fields, String name) {
        return Boolean.TRUE.equals(fields.flag(name));
    }

    /** Null for null: Crisp's own order. */
    static ListOrder order(String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "created" -> ListOrder.CREATED;
            case "updated" -> ListOrder.UPDATED;
            default -> ListOrder.WAITING;
        };
    }
}
