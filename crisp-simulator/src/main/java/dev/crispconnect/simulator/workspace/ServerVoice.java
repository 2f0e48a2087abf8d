package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.event.EventName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells what happens in a website other than to its conversations, and completes what every payload has (Crisp API
 * reference, section 5.7). Called under the lock of whatever changed.
 */
final class ServerVoice {

    private final String websiteId;
    private final ConversationStore store;
    private final EventFeed feed;

    ServerVoice(String websiteId, ConversationStore store, EventFeed feed) {
        this.websiteId = websiteId;
        this.store = store;
        this.feed = feed;
    }

    /** Something changed that no event tells of. */
    void changed() {
        store.changes().made();
    }

    /**
     * An event with {@code website_id} put in front of its fields.
     *
     * @param fields what it has besides; a null stands in the payload as null
     */
    void say(EventName name, Map<String, ?> fields) {
        Map<String, Object> payload = new LinkedHashMap<>();
        if (name.namesItsWebsite()) {
            payload.put("website_id", websiteId);
        }
        payload.putAll(fields);
        feed.publish(new Event(name.wire(), websiteId, Json.frozen(payload), store.now()));
    }

    /**
     * The same for an event about a conversation, which gets its {@code inbox_id} too.
     *
     * @throws AbsentException when there is no such conversation
     */
    void sayOf(EventName name, String sessionId, Map<String, ?> fields) {
        synchronized (store) {
            Map<String, Object> common = new LinkedHashMap<>();
            common.put("session_id", sessionId);
            common.put("inbox_id", store.read(sessionId).inboxId);
            common.putAll(fields);
            say(name, common);
        }
    }

    /**
     * An event that Crisp does not have, or not yet.
     *
     * @throws IllegalArgumentException when Crisp has it
     */
    void invent(String name, Map<String, ?> fields) {
        if (EventName.ofWire(name).isPresent()) {
            throw new IllegalArgumentException("Crisp has an event " + name + ": server-says tells it.");
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("website_id", websiteId);
        payload.putAll(fields);
        feed.publish(new Event(name, websiteId, Json.frozen(payload), store.now()));
    }

    /**
     * An event that only the server causes, by its name.
     *
     * @throws IllegalArgumentException when there is no such event, or it is about a conversation and names none
     * @throws AbsentException when it names a conversation that does not exist
     */
    void say(String name, Map<String, ?> fields) {
        EventName known = EventName.ofWire(name)
                .orElseThrow(() -> new IllegalArgumentException("Crisp has no event " + name + "."));
        if (!known.isAboutAConversation()) {
            say(known, fields);
        } else if (fields.get("session_id") instanceof String sessionId) {
            sayOf(known, sessionId, fields);
        } else {
            throw new IllegalArgumentException(name + " is about a conversation and needs a session_id.");
        }
    }
}
