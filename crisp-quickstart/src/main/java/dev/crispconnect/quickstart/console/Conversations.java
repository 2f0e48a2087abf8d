package dev.crispconnect.quickstart.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conversations seen so far, by the short numbers under which a person speaks of them. Numbers are given in the order
 * of appearance and stay. Threadsafe: written by the thread that follows the topics, read by the one that reads input.
 */
public final class Conversations {
    static final String REMOVED = "removed";

    private final Map<String, Conversation> bySession = new LinkedHashMap<>();

    /**
     * One conversation as it was last seen.
     *
     * @param number from 1
     * @param state {@code pending}, {@code unresolved}, {@code resolved}, {@code removed}; empty until a record of it was seen
     */
    record Conversation(int number, String sessionId, String nickname, String state, String lastMessage) {
        String label() {
            return "#" + number + (nickname.isEmpty() ? "" : " " + nickname);
        }
    }

    /** How many are known. */
    public synchronized int count() {
        return bySession.size();
    }

    /** The conversation of that id, numbered now if it is new. */
    synchronized Conversation of(String sessionId) {
        return bySession.computeIfAbsent(sessionId, id -> new Conversation(bySession.size() + 1, id, "", "", ""));
    }

    synchronized Optional<Conversation> numbered(int number) {
        return bySession.values().stream()
                .filter(conversation -> conversation.number() == number)
                .findFirst();
    }

    /** Remembers what a record of the conversations' topic says; returns what was known before. */
    synchronized Conversation see(JsonNode record) {
        var before = of(record.path("session_id").asText());
        bySession.put(
                before.sessionId(),
                new Conversation(
                        before.number(),
                        before.sessionId(),
                        record.path("meta").path("nickname").asText(before.nickname()),
                        record.path("state").asText(before.state()),
                        record.path("last_message").asText(before.lastMessage())));
        return before;
    }

    /** Remembers that a conversation is no more; returns what was known before. */
    synchronized Conversation removed(String sessionId) {
        var before = of(sessionId);
        bySession.put(
                sessionId,
                new Conversation(before.number(), sessionId, before.nickname(), REMOVED, before.lastMessage()));
        return before;
    }

    synchronized List<Conversation> all() {
        return List.copyOf(bySession.values());
    }
}
