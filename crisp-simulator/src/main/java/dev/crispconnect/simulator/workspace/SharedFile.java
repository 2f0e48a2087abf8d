package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Map;

/**
 * A file that was sent in a conversation (Crisp API reference, section 3.5).
 *
 * @param type its media type
 * @param fingerprint of the message that brought it
 */
public record SharedFile(String name, String type, String url, long fingerprint, Instant time) {

    static SharedFile of(Message message) {
        Map<?, ?> content = (Map<?, ?>) message.content();
        return new SharedFile(
                (String) content.get("name"),
                (String) content.get("type"),
                (String) content.get("url"),
                message.fingerprint(),
                message.timestamp());
    }
}
