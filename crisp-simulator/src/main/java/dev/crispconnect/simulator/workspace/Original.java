package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Map;

/**
 * The raw source a message was made from (Crisp API reference, sections 3.5 and 3.9).
 *
 * @param type its media type, such as {@code text/html}
 * @param headers of the e-mail it came in; empty when it came otherwise
 */
public record Original(String originalId, String type, Map<String, Object> headers, String content, Instant time) {

    public Original {
        headers = Json.frozen(headers);
    }
}
