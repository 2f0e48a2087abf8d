package dev.crispconnect.client;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.Meta;
import java.util.List;
import java.util.Map;

/**
 * Calls on conversations (Crisp API reference, sections 3.1, 3.3 and 3.4).
 *
 * <p>Every method throws {@link IllegalArgumentException}, naming the parameter, when an id cannot be part of a path.
 */
public final class Conversations {

    private static final String ONE = "/website/{website_id}/conversation/{session_id}";

    private Conversations() {}

    /** One page of the conversations of a website. */
    public static Call<List<Conversation>> list(String websiteId, ConversationQuery query) {
        return Call.get(
                ResourcePath.of(
                        "/website/{website_id}/conversations/{page}", websiteId, Integer.toString(query.page())),
                parameters(query),
                data -> ConversationReader.list(data, websiteId));
    }

    /** One conversation. */
    public static Call<Conversation> get(String websiteId, String sessionId) {
        return Call.get(
                ResourcePath.of(ONE, websiteId, sessionId), data -> ConversationReader.conversation(data, websiteId));
    }

    /**
     * Makes an empty conversation and answers its session id. Each call makes another one: there is no way to say
     * that it is a repetition.
     */
    public static Call<String> create(String websiteId) {
        return Call.post(
                ResourcePath.of("/website/{website_id}/conversation", websiteId), Map.of(), data -> new JsonFields(data)
                        .requiredText("session_id"));
    }

    /**
     * Whether there is such a conversation. False says less than {@link CrispException.Missing} from {@link #get}: an answer
     * without a body cannot tell whether the conversation, the subscription or the route is missing.
     */
    public static Call<Boolean> exists(String websiteId, String sessionId) {
        return Call.head(ResourcePath.of(ONE, websiteId, sessionId));
    }

    /** Removes it with all its messages, for good. Missing when it is gone already. */
    public static Call<Void> remove(String websiteId, String sessionId) {
        return Call.delete(ResourcePath.of(ONE, websiteId, sessionId));
    }

    /** Opens a conversation with a visitor who is on the website but has not written yet. */
    public static Call<Void> initiate(String websiteId, String sessionId) {
        return Call.post(ResourcePath.of(ONE + "/initiate", websiteId, sessionId), Map.of());
    }

    /** Its state: {@code pending}, {@code unresolved} or {@code resolved}. */
    public static Call<String> state(String websiteId, String sessionId) {
        return Call.get(ResourcePath.of(ONE + "/state", websiteId, sessionId), data -> new JsonFields(data)
                .requiredText("state"));
    }

    /** Sets its state. */
    public static Call<Void> changeState(String websiteId, String sessionId, String state) {
        return Call.patch(ResourcePath.of(ONE + "/state", websiteId, sessionId), Map.of("state", state));
    }

    /**
     * Sets the state, in somebody's name.
     *
     * @param user who did it; null for nobody in particular
     * @param origin the channel it came from, such as {@code urn:example.org:kafka:0}; null for none
     */
    public static Call<Void> changeState(
            String websiteId, String sessionId, String state, Message.Author user, String origin) {
        return Call.patch(
                ResourcePath.of(ONE + "/state", websiteId, sessionId),
                signed(Body.empty().with("state", state), user, origin));
    }

    /** Marks it as opened or closed by the operator. */
    public static Call<Void> changeOpen(String websiteId, String sessionId, boolean opened) {
        return Call.patch(ResourcePath.of(ONE + "/open", websiteId, sessionId), Map.of("opened", opened));
    }

    /**
     * Moves it to an inbox.
     *
     * @param inboxId null for the main inbox
     */
    public static Call<Void> changeInbox(String websiteId, String sessionId, String inboxId) {
        return Call.patch(
                ResourcePath.of(ONE + "/inbox", websiteId, sessionId),
                Body.empty().with("inbox_id", inboxId).fields());
    }

    /** Those copied in. */
    public static Call<List<Conversation.Participant>> participants(String websiteId, String sessionId) {
        return Call.get(ResourcePath.of(ONE + "/participants", websiteId, sessionId), data -> new JsonFields(data)
                .objects("participants", ConversationReader::participant));
    }

    /**
     * Replaces those copied in. How many there may be depends on the workspace's plan.
     *
     * @param user who did it; null for nobody in particular
     * @param origin the channel it came from; null for none
     */
    public static Call<Void> saveParticipants(
            String websiteId,
            String sessionId,
            List<Conversation.Participant> participants,
            Message.Author user,
            String origin) {
        List<Map<String, Object>> list = participants.stream()
                .map(each -> Body.empty()
                        .withIfSet("type", each.type())
                        .withIfSet("target", each.target())
                        .fields())
                .toList();
        return Call.put(
                ResourcePath.of(ONE + "/participants", websiteId, sessionId),
                signed(Body.empty().with("participants", list), user, origin));
    }

    /** Whether its visitor is blocked; null when Crisp did not tell. */
    public static Call<Boolean> blocked(String websiteId, String sessionId) {
        return Call.get(
                ResourcePath.of(ONE + "/block", websiteId, sessionId), data -> new JsonFields(data).flag("blocked"));
    }

    /**
     * Blocks its visitor, or no more.
     *
     * @param user who did it; null for nobody in particular
     * @param origin the channel it came from; null for none
     */
    public static Call<Void> changeBlock(
            String websiteId, String sessionId, boolean blocked, Message.Author user, String origin) {
        return Call.patch(
                ResourcePath.of(ONE + "/block", websiteId, sessionId),
                signed(Body.empty().with("blocked", blocked), user, origin));
    }

    /** The id of the operator it is assigned to; null when nobody. */
    public static Call<String> routing(String websiteId, String sessionId) {
        return Call.get(
                ResourcePath.of(ONE + "/routing", websiteId, sessionId),
                data -> new JsonFields(data).object("assigned").text("user_id"));
    }

    /**
     * Assigns it.
     *
     * @param userId the operator; null assigns nobody
     * @param silent whether the operator is spared the notification
     */
    public static Call<Void> changeRouting(String websiteId, String sessionId, String userId, boolean silent) {
        Body body = Body.empty()
                .with("assigned", userId == null ? null : Map.of("user_id", userId))
                .withIfSet("silent", silent ? true : null);
        return Call.patch(ResourcePath.of(ONE + "/routing", websiteId, sessionId), body.fields());
    }

    /** What is known of its visitor. */
    public static Call<Meta> meta(String websiteId, String sessionId) {
        return Call.get(
                ResourcePath.of(ONE + "/meta", websiteId, sessionId), data -> MetaReader.meta(new JsonFields(data)));
    }

    /**
     * The free-form data of its visitor with their types, for those who write them back: text, numbers, booleans, lists and
     * maps.
     */
    public static Call<Map<String, Object>> data(String websiteId, String sessionId) {
        return Call.get(
                ResourcePath.of(ONE + "/meta", websiteId, sessionId), data -> new JsonFields(data).plain("data"));
    }

    /**
     * Sets some of what is known of its visitor; what is not named stays. {@code segments} is replaced as a whole, and
     * whether {@code data} is merged is not documented: send it whole.
     *
     * @param fields by their names in section 4.2; maps, lists, text, numbers, booleans and null only
     */
    public static Call<Void> updateMeta(String websiteId, String sessionId, Map<String, Object> fields) {
        return Call.patch(ResourcePath.of(ONE + "/meta", websiteId, sessionId), fields);
    }

    private static Map<String, Object> signed(Body body, Message.Author user, String origin) {
        return body.withIfSet("user", user == null ? null : Messages.author(user))
                .withIfSet("origin", origin)
                .fields();
    }

    private static Map<String, String> parameters(ConversationQuery query) {
        Query parameters = Query.empty()
                .with("per_page", Integer.toString(query.perPage()))
                .flag("include_empty", query.includeEmpty());
        if (query.order() != null) {
            parameters.flag(
                    switch (query.order()) {
                        case CREATED -> "order_date_created";
                        case UPDATED -> "order_date_updated";
                        case WAITING -> "order_date_waiting";
                    },
                    true);
        }
        narrow(parameters, query.filter());
        search(parameters, query.search());
        return parameters.parameters();
    }

    private static void narrow(Query parameters, ConversationFilter filter) {
        parameters
                .withIfSet("filter_inbox_id", filter.inboxId())
                .flag("filter_unread", filter.unread())
                .either("filter_resolved", "filter_not_resolved", filter.resolved())
                .flag("filter_mention", filter.mention())
                .withIfSet("filter_assigned", filter.assigned())
                .flag("filter_unassigned", filter.unassigned())
                .withIfSet("filter_date_start", filter.updatedFrom())
                .withIfSet("filter_date_end", filter.updatedTo());
    }

    private static void search(Query parameters, ConversationSearch search) {
        if (search instanceof ConversationSearch.Text text) {
            parameters.with("search_type", "text").with("search_query", text.text());
        } else if (search instanceof ConversationSearch.Segment segment) {
            parameters.with("search_type", "segment").with("search_query", segment.segment());
        } else if (search instanceof ConversationSearch.Filter filter) {
            parameters
                    .with("search_type", "filter")
                    .with("search_query", filter.filter().json())
                    .with("search_operator", filter.filter().match().wire());
        }
    }
}
