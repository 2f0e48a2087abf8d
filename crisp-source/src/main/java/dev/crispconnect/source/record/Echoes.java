package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Message;
import java.util.List;

/**
 * Recognises messages that our own sink wrote, by their origin (Crisp API reference, section 4.3). Pure.
 *
 * @param origins each an origin, or the beginning of some followed by an asterisk
 * @param dropped whether such a message is left out, not only marked
 */
public record Echoes(List<String> origins, boolean dropped) {

    /** The origin that the sink gives to its messages, whatever its last part. */
    public static final String OF_OUR_SINK = "urn:crispconnect.dev:kafka:*";

    private static final String ANYTHING = "*";

    public Echoes {
        origins = List.copyOf(origins);
    }

    /** Whether the message is an echo. */
    public boolean holds(Message message) {
        String origin = message.origin();
        return origin != null && origins.stream().anyMatch(pattern -> fits(pattern, origin));
    }

    /** Whether the message is not to be emitted at all. */
    public boolean drops(Message message) {
        return dropped && holds(message);
    }

    private static boolean fits(String pattern, String origin) {
        return pattern.endsWith(ANYTHING)
                ? origin.startsWith(pattern.substring(0, pattern.length() - ANYTHING.length()))
                : origin.equals(pattern);
    }
}
