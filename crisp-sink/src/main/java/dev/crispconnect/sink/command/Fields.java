package dev.crispconnect.sink.command;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checked fields of one record, and where the ids come from that it leaves out.
 *
 * @param values as a {@link Shape} read them
 * @param key the record's key
 * @param settings the connector's
 */
record Fields(Map<String, Object> values, RecordKey key, CommandSettings settings) {

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

    /** A field that its shape bounds. */
    int whole(String name, int absent) {
        return Math.toIntExact((Long) values.getOrDefault(name, (long) absent));
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

    /** @throws Mistake when both times are there and the second is before the first */
    void checkSpan(String from, String to) throws Mistake {
        if (has(from) && has(to) && time(to).isBefore(time(from))) {
            throw Mistake.of(to, "expected a time not before that of '" + from + "'");
        }
    }

    /** How many bytes the response to a look-up may have. */
    int room() throws Mistake {
        return settings.responseBytes()
                .orElseThrow(() -> Mistake.of("this command is answered on the results topic, and there is"
                        + " none: set results.topic for the connector"));
    }

    /** The website: of the value, else of the key, else of the connector. */
    String websiteId() throws Mistake {
        String websiteId = text("website_id");
        if (websiteId == null) {
            websiteId = key.field("website_id");
        }
        if (websiteId == null) {
            websiteId = settings.websiteId();
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

    /** The profile: by people id, else by e-mail address, else by the key. */
    Target profile() throws Mistake {
        String peopleId = text("people_id", text("email"));
        if (peopleId == null) {
            peopleId = key.fieldOrText("people_id");
        }
        if (peopleId == null) {
            throw Mistake.of("people_id", "missing, expected text here or as the record's key, or 'email'");
        }
        return Target.profile(websiteId(), peopleId);
    }

    /** A whole number that can be a message's fingerprint. */
    Long fingerprint(String name) throws Mistake {
        Long fingerprint = whole(name);
        if (fingerprint != null && (fingerprint < 1 || fingerprint > Fingerprint.MAX)) {
            throw Mistake.of(name, "expected a whole number from 1 to " + Fingerprint.MAX);
        }
        return fingerprint;
    }

    /** Those of the fields that were given, by their names. */
    Map<String, Object> only(Collection<String> names) {
        Map<String, Object> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(names);
        return some;
    }
}
