package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Author;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Side;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body that sends a message (Crisp API reference, sections 3.9, 4.4 and 4.5). */
final class MessageBody {

    /** The texts each type's content must have; a type without an entry here has a text as content. */
    private static final Map<String, List<String>> CONTENT_TEXTS = Map.of(
            "file", List.of("name", "url", "type"),
            "animation", List.of("url", "type"),
            "audio", List.of("url", "type"),
            "picker", List.of("id", "text"),
            "field", List.of("id", "text"),
            "carousel", List.of("text"),
            "event", List.of("namespace"));

    private static final Map<String, String> CONTENT_LISTS = Map.of("picker", "choices", "carousel", "targets");

    private MessageBody() {}

    static MessageDraft draft(Body body) {
        String type = body.requiredText("type");
        Side from = body.choice("from", Side.ofWire(body.requiredText("from")));
        String origin = body.requiredText("origin");
        Object content = content(type, body);
        return new MessageDraft(
                type,
                from,
                origin,
                content,
                body.whole("fingerprint").orElse(null),
                body.whole("timestamp").map(Instant::ofEpochMilli).orElse(null),
                body.object("user").map(MessageBody::author).orElse(null),
                body.texts("mentions").orElse(List.of()),
                extra(body));
    }

    /** Content by type. */
    static Object content(String type, Body body) {
        body.require("content");
        List<String> texts = CONTENT_TEXTS.get(type);
        if (texts == null) {
            body.choice("type", Optional.of(type).filter(MessageBody::hasTextContent));
            return text(body);
        }
        Body content = body.object("content").orElseThrow();
        texts.forEach(content::requiredText);
        if (CONTENT_LISTS.containsKey(type)) {
            content.require(CONTENT_LISTS.get(type));
            content.list(CONTENT_LISTS.get(type));
        }
        return content.values();
    }

    private static boolean hasTextContent(String type) {
        return type.equals("text") || type.equals("note");
    }

    private static String text(Body body) {
        String text = body.requiredText("content");
        if (text.isBlank()) {
            throw Refusal.invalid("data.content should NOT be shorter than 1 characters");
        }
        return text;
    }

    private static Author author(Body user) {
        return new Author(
                user.text("type").orElse("website"),
                user.text("user_id").orElse(null),
                user.text("nickname").orElse(null),
                user.text("avatar").orElse(null));
    }

    private static Map<String, Object> extra(Body body) {
        Map<String, Object> extra = new LinkedHashMap<>();
        body.flag("stealth");
        body.flag("automated").ifPresent(value -> extra.put("automated", value));
        body.flag("translated").ifPresent(value -> extra.put("translated", value));
        body.list("references").ifPresent(value -> extra.put("references", value));
        body.data("properties").ifPresent(value -> extra.put("properties", value));
        body.object("original").ifPresent(original -> extra.put("original", original(original)));
        return extra;
    }

    private static Map<String, Object> original(Body original) {
        return Map.of("type", original.requiredText("type"), "content", original.requiredText("content"));
    }
}
