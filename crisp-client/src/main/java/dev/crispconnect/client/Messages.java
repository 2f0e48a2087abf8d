package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls on the messages of a conversation (Crisp API reference, sections 3.8 to 3.10). A batch holds up to 40 messages,
 * oldest first; {@link Answer#moreFollows()} tells whether there are more.
 *
 * <p>Every method throws {@link IllegalArgumentException}, naming the parameter, when an id cannot be part of a path.
 */
public final class Messages {

    private static final String CONVERSATION = "/website/{website_id}/conversation/{session_id}";
    private static final String ALL = CONVERSATION + "/messages";
    private static final String SEND = CONVERSATION + "/message";
    private static final String ONE = SEND + "/{fingerprint}";

    private Messages() {}

    /** The newest batch. */
    public static Call<List<Message>> newest(String websiteId, String sessionId) {
        return batch(websiteId, sessionId, Map.of());
    }

    /** The batch that ends before a time. Whether a message of that very time belongs to it is not documented. */
    public static Call<List<Message>> before(String websiteId, String sessionId, Instant time) {
        return batch(websiteId, sessionId, Map.of("timestamp_before", Long.toString(time.toEpochMilli())));
    }

    /** The batch that starts after a time. Whether it is the first or the last 40 after it is not documented. */
    public static Call<List<Message>> after(String websiteId, String sessionId, Instant time) {
        return batch(websiteId, sessionId, Map.of("timestamp_after", Long.toString(time.toEpochMilli())));
    }

    /** The batch around a time. */
    public static Call<List<Message>> around(String websiteId, String sessionId, Instant time) {
        return batch(websiteId, sessionId, Map.of("timestamp_around", Long.toString(time.toEpochMilli())));
    }

    /** One message. */
    public static Call<Message> get(String websiteId, String sessionId, long fingerprint) {
        return Call.get(
                ResourcePath.of(ONE, websiteId, sessionId, Long.toString(fingerprint)),
                data -> MessageReader.message(data, websiteId, sessionId));
    }

    /**
     * Sends a message and answers its fingerprint, null when Crisp did not tell. Crisp only accepts it (202): it can be
     * read a little later. What a repeated fingerprint does is not documented, so look it up before sending again.
     */
    public static Call<Long> send(String websiteId, String sessionId, NewMessage message) {
        return Call.post(ResourcePath.of(SEND, websiteId, sessionId), fields(message), data -> new JsonFields(data)
                .wholeNumber("fingerprint"));
    }

    /**
     * Replaces what a message says, and marks it as edited.
     *
     * @param content a String for text and note, else a map shaped as section 4.4 says for the type that it has
     */
    public static Call<Void> edit(String websiteId, String sessionId, long fingerprint, Object content) {
        return Call.patch(
                ResourcePath.of(ONE, websiteId, sessionId, Long.toString(fingerprint)),
                Body.empty().with("content", content).fields());
    }

    /** Removes a message. Missing when it is gone already. */
    public static Call<Void> remove(String websiteId, String sessionId, long fingerprint) {
        return Call.delete(ResourcePath.of(ONE, websiteId, sessionId, Long.toString(fingerprint)));
    }

    /** Shows that somebody writes, or writes no more. */
    public static Call<Void> compose(String websiteId, String sessionId, Compose compose) {
        return Call.patch(
                ResourcePath.of(CONVERSATION + "/compose", websiteId, sessionId),
                Body.empty()
                        .with("type", compose.started() ? "start" : "stop")
                        .with("from", compose.from())
                        .withIfSet("excerpt", compose.excerpt())
                        .withIfSet("stealth", compose.stealth())
                        .withIfSet("automated", compose.automated())
                        .fields());
    }

    /**
     * Marks messages as read.
     *
     * @param from whose messages are marked: {@code user} or {@code operator}
     * @param origin the channel on which they were read
     * @param fingerprints which messages; empty for all
     */
    public static Call<Void> markRead(
            String websiteId, String sessionId, String from, String origin, List<Long> fingerprints) {
        return mark("/read", websiteId, sessionId, from, origin, fingerprints);
    }

    /**
     * Marks messages as delivered.
     *
     * @param from whose messages are marked: {@code user} or {@code operator}
     * @param origin the channel on which they were delivered
     * @param fingerprints which messages; empty for all
     */
    public static Call<Void> markDelivered(
            String websiteId, String sessionId, String from, String origin, List<Long> fingerprints) {
        return mark("/delivered", websiteId, sessionId, from, origin, fingerprints);
    }

    /**
     * Marks the conversation as unread.
     *
     * @param from whose messages are marked: {@code user} or {@code operator}
     */
    public static Call<Void> markUnread(String websiteId, String sessionId, String from) {
        return Call.patch(ResourcePath.of(CONVERSATION + "/unread", websiteId, sessionId), Map.of("from", from));
    }

    /**
     * What a message of a type says, of the JSON text of its content: for those to whom an edit brings the new content
     * alone. {@link MessageContent.Unknown} for a new type, and for what does not fit the type.
     *
     * @param contentJson as {@link Message#contentJson()} has it; may be null
     */
    public static MessageContent content(String type, String contentJson) {
        JsonNode node =
                Optional.ofNullable(contentJson).flatMap(JsonTree::parse).orElse(MissingNode.getInstance());
        return ContentReader.content(type, node);
    }

    private static Call<Void> mark(
            String what, String websiteId, String sessionId, String from, String origin, List<Long> fingerprints) {
        return Call.patch(
                ResourcePath.of(CONVERSATION + what, websiteId, sessionId),
                Body.empty()
                        .with("from", from)
                        .with("origin", origin)
                        .withIfSet("fingerprints", fingerprints.isEmpty() ? null : fingerprints)
                        .fields());
    }

    private static Call<List<Message>> batch(String websiteId, String sessionId, Map<String, String> window) {
        return Call.get(
                ResourcePath.of(ALL, websiteId, sessionId),
                window,
                data -> MessageReader.list(data, websiteId, sessionId));
    }

    private static Map<String, Object> fields(NewMessage message) {
        Instant timestamp = message.timestamp();
        return Body.empty()
                .with("type", message.type())
                .with("from", message.from())
                .with("origin", message.origin())
                .with("content", message.content())
                .withIfSet("fingerprint", message.fingerprint())
                .withIfSet("timestamp", timestamp == null ? null : timestamp.toEpochMilli())
                .withIfSet("stealth", message.stealth())
                .withIfSet("automated", message.automated())
                .withIfSet("user", message.user() == null ? null : author(message.user()))
                .withIfSet("mentions", message.mentions())
                .withIfSet("references", references(message.references()))
                .withIfSet("properties", message.properties())
                .withIfSet("translated", message.translated())
                .withIfSet("original", original(message.original()))
                .fields();
    }

    /** Who did something, as requests name them; what is not known is left out. */
    static Map<String, Object> author(Message.Author author) {
        return Body.empty()
                .withIfSet("type", author.type())
                .withIfSet("user_id", author.userId())
                .withIfSet("nickname", author.nickname())
                .withIfSet("avatar", author.avatar())
                .fields();
    }

    private static List<Map<String, Object>> references(List<Message.Reference> references) {
        return references == null
                ? null
                : references.stream()
                        .map(each -> Body.empty()
                                .withIfSet("type", each.type())
                                .withIfSet("name", each.name())
                                .withIfSet("target", each.target())
                                .fields())
                        .toList();
    }

    private static Map<String, Object> original(NewMessage.Original original) {
        return original == null
                ? null
                : Body.empty()
                        .withIfSet("type", original.type())
                        .withIfSet("content", original.content())
                        .fields();
    }
}
