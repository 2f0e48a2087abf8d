package dev.crispconnect.client;

import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calls on the messages of a conversation (Crisp API reference, sections 3.8 to 3.10). A batch holds up to 40 messages,
 * oldest first; {@link Answer#moreFollows()} tells whether there are more.
 *
 * <p>Every method throws {@link IllegalArgumentException}, naming the parameter, when an id cannot be part of a path.
 */
public final class Messages {

    private static final String ALL = "/website/{website_id}/conversation/{session_id}/messages";
    private static final String SEND = "/website/{website_id}/conversation/{session_id}/message";
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

    private static Call<List<Message>> batch(String websiteId, String sessionId, Map<String, String> window) {
        return Call.get(
                ResourcePath.of(ALL, websiteId, sessionId),
                window,
                data -> MessageReader.list(data, websiteId, sessionId));
    }

    private static Map<String, Object> fields(NewMessage message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", message.type());
        fields.put("from", message.from());
        fields.put("origin", message.origin());
        fields.put("content", message.content());
        putIfSet(fields, "fingerprint", message.fingerprint());
        if (message.timestamp() != null) {
            fields.put("timestamp", message.timestamp().toEpochMilli());
        }
        putIfSet(fields, "stealth", message.stealth());
        putIfSet(fields, "automated", message.automated());
        if (message.user() != null) {
            fields.put("user", author(message.user()));
        }
        putIfSet(fields, "mentions", message.mentions());
        if (message.references() != null) {
            fields.put(
                    "references",
                    message.references().stream().map(Messages::reference).collect(Collectors.toList()));
        }
        putIfSet(fields, "properties", message.properties());
        return fields;
    }

    /** Who did something, as requests name them; what is not known is left out. */
    static Map<String, Object> author(Message.Author author) {
        Map<String, Object> fields = new LinkedHashMap<>();
        putIfSet(fields, "type", author.type());
        putIfSet(fields, "user_id", author.userId());
        putIfSet(fields, "nickname", author.nickname());
        putIfSet(fields, "avatar", author.avatar());
        return fields;
    }

    private static Map<String, Object> reference(Message.Reference reference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        putIfSet(fields, "type", reference.type());
        putIfSet(fields, "name", reference.name());
        putIfSet(fields, "target", reference.target());
        return fields;
    }

    private static void putIfSet(Map<String, Object> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
