package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Author;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Conversation.Participant;
import dev.crispconnect.simulator.workspace.Conversation.Presence;
import dev.crispconnect.simulator.workspace.Conversation.Verification;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.Profile;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.SideLists.Relations;
import dev.crispconnect.simulator.workspace.Typing;
import dev.crispconnect.simulator.workspace.Website;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects by Crisp's names (Crisp API reference, section 4): times in milliseconds, unknown values left out. */
final class Wire {

    private Wire() {}

    static Map<String, Object> conversation(Conversation conversation) {
        Map<String, Object> wire = new LinkedHashMap<>(32);
        wire.put("session_id", conversation.sessionId());
        wire.put("website_id", conversation.websiteId());
        wire.put("inbox_id", conversation.inboxId());
        putKnown(wire, "people_id", conversation.peopleId());
        wire.put("state", conversation.state().wire());
        wire.put("status", conversation.state().status());
        wire.put("is_verified", conversation.identity().verified());
        wire.put("is_blocked", conversation.blocked());
        wire.put("availability", conversation.presence().online() ? "online" : "offline");
        wire.put("active", activity(conversation.presence()));
        putKnown(wire, "last_message", conversation.lastMessage());
        putKnown(wire, "preview_message", preview(conversation.previewMessage()));
        putKnown(wire, "topic", conversation.topic());
        wire.put(
                "verifications",
                conversation.identity().verifications().stream()
                        .map(Verification::wire)
                        .toList());
        wire.put(
                "participants",
                conversation.participants().stream().map(Participant::wire).toList());
        wire.put("mentions", conversation.mentions());
        wire.put("compose", compose(conversation.typing()));
        wire.put("unread", unread(conversation));
        putKnown(wire, "assigned", assigned(conversation));
        wire.put("meta", conversation.meta());
        wire.put("created_at", conversation.createdAt().toEpochMilli());
        wire.put("updated_at", conversation.updatedAt().toEpochMilli());
        putKnown(wire, "waiting_since", millis(conversation.waitingSince()));
        return wire;
    }

    static Map<String, Object> message(Message message) {
        Map<String, Object> wire = new LinkedHashMap<>(32);
        wire.put("session_id", message.sessionId());
        wire.put("website_id", message.websiteId());
        wire.put("fingerprint", message.fingerprint());
        wire.put("type", message.type());
        wire.put("from", message.from().wire());
        wire.put("origin", message.origin());
        wire.put("content", message.content());
        wire.put("preview", List.of());
        wire.put("mentions", message.mentions());
        wire.put("read", message.read());
        wire.put("delivered", message.delivered());
        if (message.edited()) {
            wire.put("edited", true);
        }
        wire.put("stamped", true);
        wire.put("timestamp", message.timestamp().toEpochMilli());
        wire.put("user", author(message.user()));
        wire.putAll(message.extra());
        return wire;
    }

    static Map<String, Object> profile(Profile profile) {
        Map<String, Object> wire = new LinkedHashMap<>(16);
        wire.put("people_id", profile.peopleId());
        putKnown(wire, "email", profile.email());
        wire.put("person", profile.person());
        wire.put("company", profile.company());
        wire.put("segments", profile.segments());
        putKnown(wire, "notepad", profile.notepad());
        wire.put("active", activity(profile.lastActive()));
        wire.put("score", 0);
        wire.put("created_at", profile.createdAt().toEpochMilli());
        wire.put("updated_at", profile.updatedAt().toEpochMilli());
        return wire;
    }

    static Map<String, Object> website(Website website) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("website_id", website.websiteId());
        wire.put("name", website.name());
        wire.put("domain", website.domain());
        wire.put("logo", website.logo());
        wire.put("verified", true);
        wire.put("institutional", false);
        return wire;
    }

    static Map<String, Object> routing(Conversation conversation) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("assigned", assigned(conversation));
        return wire;
    }

    static Map<String, Object> relations(Relations relations) {
        Map<String, Object> conversations = new LinkedHashMap<>();
        conversations.put("parent", relations.parent());
        conversations.put("children", relations.children());
        return Map.of("conversations", conversations);
    }

    private static Map<String, Object> author(Author author) {
        Map<String, Object> wire = new LinkedHashMap<>(8);
        putKnown(wire, "type", author.type());
        putKnown(wire, "user_id", author.userId());
        putKnown(wire, "nickname", author.nickname());
        wire.put("avatar", author.avatar());
        return wire;
    }

    private static Map<String, Object> compose(Map<Side, Typing> typing) {
        return Map.of("operator", typing(typing.get(Side.OPERATOR)), "visitor", typing(typing.get(Side.USER)));
    }

    private static Map<String, Object> typing(Typing typing) {
        if (typing == null) {
            return Map.of();
        }
        Map<String, Object> wire = new LinkedHashMap<>(8);
        wire.put("type", typing.wire());
        putKnown(wire, "excerpt", typing.excerpt());
        wire.put("timestamp", typing.timestamp().toEpochMilli());
        Map<String, Object> user = author(typing.user());
        user.remove("type");
        wire.put("user", user);
        wire.put("automated", typing.automated());
        return wire;
    }

    private static Map<String, Object> assigned(Conversation conversation) {
        return conversation.assignedTo() == null ? null : Map.of("user_id", conversation.assignedTo());
    }

    private static Map<String, Object> unread(Conversation conversation) {
        return Map.of("operator", conversation.unreadOperator(), "visitor", conversation.unreadVisitor());
    }

    private static Map<String, Object> preview(Conversation.Preview preview) {
        return preview == null
                ? null
                : Map.of(
                        "type", preview.type(),
                        "from", preview.from().wire(),
                        "excerpt", preview.excerpt(),
                        "fingerprint", preview.fingerprint());
    }

    private static Map<String, Object> activity(Presence presence) {
        return presence.last() == null
                ? Map.of("now", presence.online())
                : Map.of("now", presence.online(), "last", presence.last().toEpochMilli());
    }

    private static Map<String, Object> activity(Instant last) {
        return last == null ? Map.of("now", false) : Map.of("now", false, "last", last.toEpochMilli());
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static void putKnown(Map<String, Object> wire, String name, Object value) {
        if (value != null) {
            wire.put(name, value);
        }
    }
}
