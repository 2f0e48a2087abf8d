package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of a conversation (Crisp API reference, section 4.3).
 *
 * @param fingerprint identity inside the conversation
 * @param type one of the nine types of section 4.4
 * @param content a String, or a map by the names of section 4.4; not modifiable
 * @param read channel on which it was read; empty when it was not
 * @param delivered channel on which it was delivered; empty when it was not
 * @param timestamp when it was written, as its writer says
 * @param extra further fields by the names on the wire, those that are known only: what its writer gave, such as
 *     {@code automated}, and what came later, {@code preview} and {@code ignored}
 */
public record Message(
        String websiteId,
        String sessionId,
        long fingerprint,
        String type,
        Side from,
        String origin,
        Object content,
        List<String> mentions,
        String read,
        String delivered,
        boolean edited,
        Instant timestamp,
        Author user,
        Map<String, Object> extra) {

    private static final String IGNORED = "ignored";

    /** Whether visitor and team talk in it: notes and events are the team's own. */
    public boolean isTalk() {
        return !type.equals("note") && !type.equals("event");
    }

    Message edited(String newType, Object newContent) {
        return with(newType, newContent, true);
    }

    Message answered(Object newContent) {
        return with(type, newContent, edited);
    }

    Message withRead(String channel) {
        return read.equals(channel) ? this : marked(channel, delivered, extra);
    }

    Message withDelivered(String channel) {
        return delivered.equals(channel) ? this : marked(read, channel, extra);
    }

    Message withIgnored(String channel, Map<String, Object> details) {
        Map<?, ?> others = (Map<?, ?>) extra.getOrDefault(IGNORED, Map.of());
        return with(IGNORED, Json.merged(others, Map.of(channel, details)));
    }

    /** The same message with this in its {@link #extra}. */
    Message with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extra);
        more.put(field, value);
        return marked(read, delivered, Json.frozen(more));
    }

    private Message marked(String newRead, String newDelivered, Map<String, Object> newExtra) {
        return new Message(
                websiteId,
                sessionId,
                fingerprint,
                type,
                from,
                origin,
                content,
                mentions,
                newRead,
                newDelivered,
                edited,
                timestamp,
                user,
                newExtra);
    }

    private Message with(String newType, Object newContent, boolean nowEdited) {
        return new Message(
                websiteId,
                sessionId,
                fingerprint,
                newType,
                from,
                origin,
                Json.frozenValue(newContent),
                mentions,
                read,
                delivered,
                nowEdited,
                timestamp,
                user,
                extra);
    }
}
