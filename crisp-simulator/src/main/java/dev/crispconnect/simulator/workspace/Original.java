package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Map;

/**
 * The raw source of a message, such as an e-mail's HTML (Crisp API reference, section 3.5). A message names it by its id.
 *
 * @param type such as {@code text/html}
 * @param headers of the e-mail; empty when the message was sent through the API, which takes none
 */
public record Original(
        String websiteId,
        String sessionId,
        String originalId,
        String type,
        Map<String, Object> headers,
        String content,
        Instant timestamp) {

    public Original {
        headers = Json.frozen(headers);
    }
}
