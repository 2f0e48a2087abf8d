package dev.crispconnect.simulator.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what happens to messages (Crisp API reference, section 5.7). Directions are those of section 5.5: {@code send} is
 * about what the visitor wrote or does, {@code received} and {@code receive} about what the team wrote or does. Called under
 * the lock of the {@link ConversationStore}.
 */
final class MessageEvents {

    private final SessionEvents events;

    MessageEvents(SessionEvents events) {
        this.events = events;
    }

    /** {@code message:send} or {@code message:received}. */
    void stored(StoredConversation about, Message message) {
        Map<String, Object> fields = new LinkedHashMap<>(24);
        fields.put("type", message.type());
        fields.put("from", message.from().wire());
        fields.put("origin", message.origin());
        fields.put("content", message.content());
        fields.put("fingerprint", message.fingerprint());
        fields.put("timestamp", message.timestamp().toEpochMilli());
        fields.put("mentions", message.mentions());
        fields.put("stamped", true);
        fields.put("user", user(message.user()));
        fields.putAll(message.extra());
        events.publish(message.from() == Side.USER ? "message:send" : "message:received", about, fields);
    }

    /** {@code message:updated}. */
    void updated(StoredConversation about, Message message) {
        Map<String, Object> fields = Map.of("fingerprint", message.fingerprint(), "content", message.content());
        events.publish("message:updated", about, fields);
    }

    /** {@code message:removed}. */
    void removed(StoredConversation about, Message message) {
        events.publish("message:removed", about, "fingerprint", message.fingerprint());
    }

    /** {@code message:compose:send} or {@code message:compose:receive}. */
    void typing(StoredConversation about, Side from, Typing typing) {
        Map<String, Object> fields = new LinkedHashMap<>(8);
        fields.put("type", typing.wire());
        if (typing.excerpt() != null) {
            fields.put("excerpt", typing.excerpt());
        }
        fields.put("timestamp", typing.timestamp().toEpochMilli());
        fields.put("automated", typing.automated());
        if (from == Side.OPERATOR) {
            fields.put("user", user(typing.user()));
        }
        events.publish(from == Side.USER ? "message:compose:send" : "message:compose:receive", about, fields);
    }

    /** {@code message:acknowledge:read:send} or {@code message:acknowledge:read:received}. */
    void read(StoredConversation about, Side from, String origin, List<Long> fingerprints) {
        acknowledged("read:" + direction(from), about, origin, fingerprints);
    }

    /** {@code message:acknowledge:unread:send}: the only name there is, for both sides' messages. */
    void unread(StoredConversation about, String origin, List<Long> fingerprints) {
        acknowledged("unread:send", about, origin, fingerprints);
    }

    /** {@code message:acknowledge:delivered}, of both sides' messages. */
    void delivered(StoredConversation about, String origin, List<Long> fingerprints) {
        acknowledged("delivered", about, origin, fingerprints);
    }

    /** {@code message:acknowledge:ignored}. */
    void ignored(StoredConversation about, String origin, List<Long> fingerprints, Map<String, Object> details) {
        Map<String, Object> fields = Map.of("origin", origin, "fingerprints", fingerprints, "details", details);
        events.publish("message:acknowledge:ignored", about, fields);
    }

    /** {@code message:notify:unread:send} or {@code message:notify:unread:received}. */
    void notified(StoredConversation about, Side from) {
        events.publish("message:notify:unread:" + direction(from), about);
    }

    /** {@code session:set_state}, unless the state is what it was before. */
    void state(StoredConversation about, State before) {
        events.state(about, before);
    }

    /** {@code session:set_mentions}, unless they are what they were before. */
    void mentions(StoredConversation about, List<String> before) {
        events.mentions(about, before);
    }

    private void acknowledged(String what, StoredConversation about, String origin, List<Long> fingerprints) {
        Map<String, Object> fields = Map.of("origin", origin, "fingerprints", fingerprints);
        events.publish("message:acknowledge:" + what, about, fields);
    }

    private static String direction(Side from) {
        return from == Side.USER ? "send" : "received";
    }

    private static Map<String, Object> user(Author author) {
        Map<String, Object> user = new LinkedHashMap<>(4);
        putKnown(user, "user_id", author.userId());
        putKnown(user, "nickname", author.nickname());
        putKnown(user, "avatar", author.avatar());
        return user;
    }

    private static void putKnown(Map<String, Object> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
