package dev.crispconnect.client;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.Meta;
import java.util.Collections;
import java.util.LinkedHashMap;
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
     * @param user who did it
     * @param origin the channel it came from, such as {@code urn:example.org:kafka:0}
     */
    public static Call<Void> changeState(
            String websiteId, String sessionId, String state, Message.Author user, String origin) {
        return Call.patch(
                ResourcePath.of(ONE + "/state", websiteId, sessionId),
                Map.of("state", state, "user", Messages.author(user), "origin", origin));
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
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assigned", userId == null ? null : Map.of("user_id", userId));
        if (silent) {
            body.put("silent", true);
        }
        return Call.patch(ResourcePath.of(ONE + "/routing", websiteId, sessionId), body);
    }

    /** What is known of its visitor. */
    public static Call<Meta> meta(String websiteId, String sessionId) {
        return Call.get(
                ResourcePath.of(ONE + "/meta", websiteId, sessionId), data -> MetaReader.meta(new JsonFields(data)));
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

    private static Map<String, String> parameters(ConversationQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("per_page", Integer.toString(query.perPage()));
        if (query.includeEmpty()) {
            parameters.put("include_empty", "1");
        }
        if (query.order() != null) {
            parameters.put(
                    switch (query.order()) {
                        case CREATED -> "order_date_created";
                        case UPDATED -> "order_date_updated";
                    },
                    "1");
        }
        if (query.updatedFrom() != null) {
            parameters.put("filter_date_start", query.updatedFrom().toString());
        }
        if (query.updatedTo() != null) {
            parameters.put("filter_date_end", query.updatedTo().toString());
        }
        return Collections.unmodifiableMap(parameters);
    }
}
