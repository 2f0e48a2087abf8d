package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.OffOn;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Conversation;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Set;

/**
 * Conversations as a token may see them (Crisp API reference, section 1.3): Crisp leaves fields out for widgets; whether it
 * does so in its REST answers is a switch. The session id is never left out, as nothing could be done without it.
 */
record Thinning(Switches switches, ConversationTexts texts) {

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "website:conversation:sessions",
            Set.of("is_verified", "is_blocked", "availability", "active", "meta", "topic"),
            "website:people:profiles",
            Set.of("people_id"),
            "website:conversation:states",
            Set.of("status", "state"),
            "website:conversation:participants",
            Set.of("participants"),
            "website:conversation:messages",
            Set.of("last_message", "preview_message", "messages", "mentions", "unread"),
            "website:conversation:routing",
            Set.of("assigned"));

    /** The JSON of a conversation for that token. */
    Buffer of(Token token, Conversation conversation) {
        boolean whole = token.scopes().unlimited() || switches.get(AccessSwitch.THINNED_BY_SCOPE) == OffOn.OFF;
        return whole ? texts.of(conversation) : JsonText.of(thinned(token, Wire.conversation(conversation)));
    }

    private static Map<String, Object> thinned(Token token, Map<String, Object> wire) {
        FIELDS.forEach((scope, fields) -> {
            if (!token.mayRead(scope)) {
                wire.keySet().removeAll(fields);
            }
        });
        return wire;
    }
}
