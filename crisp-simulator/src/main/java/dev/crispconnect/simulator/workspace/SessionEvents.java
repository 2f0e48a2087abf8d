package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.event.EventFeed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what happens to conversations and their messages (Crisp API reference, section 5.7). Called under the lock of the
 * {@link ConversationStore}, after the change it tells of.
 */
final class SessionEvents {

    private final ConversationStore store;
    private final EventFeed feed;

    SessionEvents(ConversationStore store, EventFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** An event with nothing but the common fields. */
    void publish(String name, StoredConversation about) {
        publish(name, about, Map.of());
    }

    /** An event with one field of its own, which may be null. */
    void publish(String name, StoredConversation about, String field, Object value) {
        publish(name, about, Json.field(field, value));
    }

    /**
     * An event about a conversation as it stands.
     *
     * @param fields what it has besides {@code website_id}, {@code session_id} and {@code inbox_id}; values must not change
     *     any more
     */
    void publish(String name, StoredConversation about, Map<String, ?> fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("website_id", about.websiteId);
        data.put("session_id", about.sessionId);
        data.put("inbox_id", about.inboxId);
        data.putAll(fields);
        feed.publish(new Event(name, about.websiteId, Collections.unmodifiableMap(data), store.now()));
    }

    /** {@code session:set_state}, unless the state is what it was before. */
    void state(StoredConversation about, State before) {
        if (about.state != before) {
            publish("session:set_state", about, "state", about.state.wire());
        }
    }

    /** {@code session:set_mentions}, unless they are what they were before; whether it was told. */
    boolean mentions(StoredConversation about, List<String> before) {
        boolean changes = !about.mentions.equals(before);
        if (changes) {
            publish("session:set_mentions", about, "mentions", about.mentions);
        }
        return changes;
    }
}
