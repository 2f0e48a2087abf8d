package dev.crispconnect.simulator.workspace;

import java.time.Instant;
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
 * @param extra what else its writer gave, by the names on the wire, such as {@code automated}
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

    Message withContent(Object newContent) {
        return new Message(
                websiteId,
                sessionId,
                fingerprint,
                type,
                from,
                origin,
                newContent,
                mentions,
                read,
                delivered,
                true,
                timestamp,
                user,
                extra);
    }

    Message withMarks(String newRead, String newDelivered) {
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
                extra);
    }
}
