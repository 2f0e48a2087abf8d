package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A message to be stored (Crisp API reference, section 3.9).
 *
 * @param content a String, or a map by the names of section 4.4
 * @param fingerprint the writer's own; null lets the server make one
 * @param timestamp the writer's own; null for now
 * @param user who is shown as its writer; null for the visitor or the team
 * @param extra as in {@link Message#extra()}, but a raw source is here itself, with its {@code type} and {@code content}
 */
public record MessageDraft(
        String type,
        Side from,
        String origin,
        Object content,
        Long fingerprint,
        Instant timestamp,
        Author user,
        List<String> mentions,
        Map<String, Object> extra) {

    public MessageDraft {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(content, "content");
        if (from == Side.USER && (type.equals("note") || type.equals("event"))) {
            throw new IllegalArgumentException("a visitor writes no " + type);
        }
        mentions = List.copyOf(mentions);
        extra = Json.frozen(extra);
        content = Json.frozenValue(content);
    }

    /** A text written in the chat by that side, now. */
    public static MessageDraft text(Side from, String text) {
        return of("text", from, text);
    }

    /** A message of that type written in the chat by that side, now. */
    public static MessageDraft of(String type, Side from, Object content) {
        return new MessageDraft(type, from, "chat", content, null, null, null, List.of(), Map.of());
    }

    /** The same message, shown as written by this one. */
    public MessageDraft withUser(Author newUser) {
        return new MessageDraft(type, from, origin, content, fingerprint, timestamp, newUser, mentions, extra);
    }

    /** The same message with this fingerprint. */
    public MessageDraft withFingerprint(long newFingerprint) {
        return new MessageDraft(type, from, origin, content, newFingerprint, timestamp, user, mentions, extra);
    }

    /** The same message, written at this time. */
    public MessageDraft withTimestamp(Instant newTimestamp) {
        return new MessageDraft(type, from, origin, content, fingerprint, newTimestamp, user, mentions, extra);
    }
}
