package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crispconnect.client.conversation.Message;
import java.util.List;

/**
 * What an event told by socket or hook carries (Crisp API reference, section 5.7), read as leniently as answers are:
 * unknown fields do not matter, and absent, null and wrongly typed are all null. Immutable.
 */
public final class EventPayload {

    private final JsonNode node;
    private final JsonFields fields;

    private EventPayload(JsonNode node) {
        this.node = node;
        this.fields = new JsonFields(node);
    }

    /** Reads a payload. What is no JSON object has no fields. */
    public static EventPayload of(String json) {
        return new EventPayload(JsonTree.parse(json).orElse(MissingNode.getInstance()));
    }

    /** Whether there is no field at all. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** A text; null when there is none. */
    public String text(String name) {
        return fields.text(name);
    }

    /** A whole number, sent as one or as its text; null when there is none. */
    public Long wholeNumber(String name) {
        return fields.wholeNumber(name);
    }

    /** A list of whole numbers, each sent as one or as its text; empty when there is none. */
    public List<Long> wholeNumbers(String name) {
        return fields.wholeNumbers(name);
    }

    /** Yes or no; null when there is none. */
    public Boolean flag(String name) {
        return fields.flag(name);
    }

    /** A value of any kind as JSON text; null when absent or null. */
    public String json(String name) {
        JsonNode value = fields.raw(name);
        return value.isMissingNode() ? null : JsonTree.text(value);
    }

    /** The payload as a message; null when it lacks an id that a message cannot do without. */
    public Message message() {
        boolean identified =
                text("website_id") != null && text("session_id") != null && wholeNumber("fingerprint") != null;
        return identified ? MessageReader.message(node, text("website_id"), text("session_id")) : null;
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "EventPayload[]";
    }
}
