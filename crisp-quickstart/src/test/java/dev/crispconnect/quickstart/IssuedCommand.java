package dev.crispconnect.quickstart;

import java.util.List;

/**
 * A command on its way to a sink.
 *
 * @param key the conversation, or the profile's address
 * @param id the command's own; null for none, so that it goes by its coordinates
 * @param body the record's value but for the id
 * @param texts what it has to leave in the conversation
 * @param effects the calls by which it has to change something, each once
 */
record IssuedCommand(String key, String id, String body, List<String> texts, List<String> effects) {
    String value() {
        return id == null ? "{" + body + "}" : "{\"command_id\": \"" + id + "\", " + body + "}";
    }
}
