package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every JSON answer of Crisp is wrapped in (Crisp API reference, section 1.4). Pure.
 *
 * @param error whether it says that the call failed
 * @param reason a code such as {@code resolved}; empty when there was none, or something that is no code and may hold
 *     anything
 * @param data never null: an absent or null one is an empty object
 */
record Envelope(boolean error, String reason, JsonNode data) {

    /** What an answer without a body amounts to. */
    static final Envelope EMPTY = new Envelope(false, "", JsonNodeFactory.instance.objectNode());

    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

    /** Reads a body; empty when it is no envelope: no JSON, cut, in another encoding, or without {@code error}. */
    static Optional<Envelope> parse(byte[] body) {
        return JsonTree.parse(body)
                .filter(root -> root.path("error").isBoolean())
                .map(Envelope::of);
    }

    private static Envelope of(JsonNode root) {
        String reason = root.path("reason").asText("");
        JsonNode data = root.path("data");
        return new Envelope(
                root.path("error").booleanValue(),
                CODE.matcher(reason).matches() ? reason : "",
                data.isMissingNode() || data.isNull() ? JsonNodeFactory.instance.objectNode() : data);
    }
}
