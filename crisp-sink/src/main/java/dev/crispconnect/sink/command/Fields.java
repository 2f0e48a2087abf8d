package dev.crispconnect.sink.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The checked fields of one record, and where the ids come from that it leaves out.
 *
 * @param values as a {@link Shape} read them
 * @param key the record's key
 * @param defaultWebsiteId the connector's website; empty for none
 */
record Fields(Map<String, Object> values, RecordKey key, String defaultWebsiteId) {

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Null when absent, as with all that follow. */
    String text(String name) {
        return (String) values.get(name);
    }

    String text(String name, String absent) {
        return (String) values.getOrDefault(name, absent);
    }

    Boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    Long whole(String name) {
        return (Long) values.get(name);
    }

    Instant time(String name) {
        return (Instant) values.get(name);
    }

    Object any(String name) {
        return values.get(name);
    }

    /** A field that its shape declared as a list of such elements. */
    @SuppressWarnings("unchecked")
    <T> List<T> list(String name) {
        return (List<T>) values.get(name);
    }

    /** A field that its shape declared as an object. */
    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) {
        return (Map<String, Object>) values.get(name);
    }

    /** The website: of the value, else of the key, else of the connector. */
    String websiteId() throws Mistake {
        String websiteId = text("website_id");
        if (websiteId == null) {
            websiteId = key.field("website_id");
        }
        if (websiteId == null) {
            websiteId = defaultWebsiteId;
        }
        if (websiteId.isEmpty()) {
            throw Mistake.of("website_id", "missing, expected text, or set crisp.website.id for the connector");
        }
        return websiteId;
    }

    /** The conversation: of the value, else of the key. */
    Target conversation() throws Mistake {
        String sessionId = text("session_id");
        if (sessionId == null) {
            sessionId = key.fieldOrText("session_id");
        }
        if (sessionId == null) {
            throw Mistake.of("session_id", "missing, expected text here or as the record's key");
        }
        return Target.conversation(websiteId(), sessionId);
    }
}
