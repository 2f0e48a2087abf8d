package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Conversation.Participant;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field that a filter names, such as {@code meta.data.order} (Crisp API reference, section 3.1): any field of a
 * conversation by its name on the wire, and any path below it.
 *
 * @param path what lies below the field; empty for the field itself
 */
record Criterion(Function<Conversation, Object> field, List<String> path) {

    private static final Map<String, Function<Conversation, Object>> FIELDS = fields();

    static Optional<Criterion> named(String name) {
        List<String> names = Arrays.asList(name.split("\\.", -1));
        return Optional.ofNullable(FIELDS.get(names.get(0)))
                .map(field -> new Criterion(field, names.subList(1, names.size())));
    }

    /** What a conversation has there; null for nothing. */
    Object of(Conversation conversation) {
        Object value = field.apply(conversation);
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static Map<String, Function<Conversation, Object>> fields() {
        Map<String, Function<Conversation, Object>> fields = new LinkedHashMap<>();
        fields.put("session_id", Conversation::sessionId);
        fields.put("inbox_id", Conversation::inboxId);
        fields.put("people_id", Conversation::peopleId);
        fields.put("state", conversation -> conversation.state().wire());
        fields.put("status", conversation -> conversation.state().status());
        fields.put("is_verified", conversation -> conversation.identity().verified());
        fields.put("is_blocked", Conversation::blocked);
        fields.put("availability", conversation -> conversation.presence().online() ? "online" : "offline");
        fields.put(
                "active",
                conversation -> optional("last", millis(conversation.presence().last())));
        fields.put("last_message", Conversation::lastMessage);
        fields.put("topic", Conversation::topic);
        fields.put("participants", conversation -> conversation.participants().stream()
                .map(Participant::target)
                .toList());
        fields.put("mentions", Conversation::mentions);
        fields.put(
                "unread",
                conversation ->
                        Map.of("operator", conversation.unreadOperator(), "visitor", conversation.unreadVisitor()));
        fields.put("assigned", conversation -> optional("user_id", conversation.assignedTo()));
        fields.put("meta", Conversation::meta);
        fields.put("created_at", conversation -> millis(conversation.createdAt()));
        fields.put("updated_at", conversation -> millis(conversation.updatedAt()));
        fields.put("waiting_since", conversation -> millis(conversation.waitingSince()));
        return fields;
    }

    private static Map<String, Object> optional(String name, Object value) {
        return value == null ? Map.of() : Map.of(name, value);
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
