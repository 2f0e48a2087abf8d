package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Author;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Side;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bodies that send, mark and announce messages (Crisp API reference, sections 3.9, 3.10 and 4.5). */
final class MessageBody {

    private static final Pattern ORIGIN = Pattern.compile("chat|email|urn:[^\\s:]+:\\S+");
    private static final List<String> OF_OPERATORS_ONLY = List.of("note", "event");
    private static final List<String> AUTHORS = List.of("website", "participant");
    private static final long GREATEST_FINGERPRINT = (1L << 53) - 1;

    private MessageBody() {}

    static MessageDraft draft(Body body) {
        String type = body.requiredText("type");
        body.choice("type", Optional.of(type).filter(MessageContent::hasType));
        Side from = from(body);
        body.choice("from", Optional.of(from).filter(side -> writes(side, type)));
        return new MessageDraft(
                type,
                from,
                origin(body),
                MessageContent.of(type, body),
                fingerprint(body),
                body.whole("timestamp").map(millis -> time(body, millis)).orElse(null),
                body.object("user").map(MessageBody::author).orElse(null),
                body.texts("mentions").orElse(List.of()),
                extra(body));
    }

    /** The side that a body is about. */
    static Side from(Body body) {
        return body.choice("from", Side.ofWire(body.requiredText("from")));
    }

    /** The channel that a body names. */
    static String origin(Body body) {
        String origin = body.requiredText("origin");
        if (!ORIGIN.matcher(origin).matches()) {
            throw Refusal.invalid(body.name() + ".origin should match pattern \"" + ORIGIN + "\"");
        }
        return origin;
    }

    private static boolean writes(Side side, String type) {
        return side == Side.OPERATOR || !OF_OPERATORS_ONLY.contains(type);
    }

    private static Long fingerprint(Body body) {
        Optional<Long> fingerprint = body.whole("fingerprint");
        fingerprint.ifPresent(value -> {
            if (value < 1) {
                throw Refusal.invalid("data.fingerprint should be >= 1");
            }
            if (value > GREATEST_FINGERPRINT) {
                throw Refusal.invalid("data.fingerprint should be <= " + GREATEST_FINGERPRINT);
            }
        });
        return fingerprint.orElse(null);
    }

    private static Instant time(Body body, long millis) {
        if (millis < 0) {
            throw Refusal.invalid(body.name() + ".timestamp should be >= 0");
        }
        return Instant.ofEpochMilli(millis);
    }

    private static Author author(Body user) {
        String type = user.text("type").orElse("website");
        return new Author(
                user.choice("type", Optional.of(type).filter(AUTHORS::contains)),
                user.text("user_id").orElse(null),
                user.text("nickname").orElse(null),
                user.text("avatar").orElse(null));
    }

    private static Map<String, Object> extra(Body body) {
        Map<String, Object> extra = new LinkedHashMap<>();
        // nothing leaves the simulator for a visitor's mailbox or phone, so there is nothing that stealth could hold
        // back
        body.flag("stealth");
        body.flag("automated").ifPresent(value -> extra.put("automated", value));
        body.flag("translated").ifPresent(value -> extra.put("translated", value));
        references(body).ifPresent(value -> extra.put("references", value));
        body.data("properties").ifPresent(value -> extra.put("properties", value));
        body.object("original").ifPresent(original -> extra.put("original", original(original)));
        return extra;
    }

    private static Optional<List<Object>> references(Body body) {
        Optional<List<Object>> references = body.list("references");
        if (references.isPresent()) {
            MessageContent.objects(body, "references")
                    .forEach(reference -> List.of("type", "name", "target").forEach(reference::requiredText));
        }
        return references;
    }

    private static Map<String, Object> original(Body original) {
        return Map.of("type", original.requiredText("type"), "content", original.requiredText("content"));
    }
}
