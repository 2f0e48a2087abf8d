package dev.crispconnect.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
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

    /** Numbers stay as they were sent, to the digit; texts are bounded by the length of the answer alone. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Reads a body; empty when it is no envelope: no JSON, cut, in another encoding, or without {@code error}. */
    static Optional<Envelope> parse(byte[] body) {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (IOException notJson) {
            // dropped: Jackson quotes the body in its messages
            return Optional.empty();
        }
        if (!root.path("error").isBoolean()) {
            return Optional.empty();
        }
        String reason = root.path("reason").asText("");
        JsonNode data = root.path("data");
        return Optional.of(new Envelope(
                root.path("error").booleanValue(),
                CODE.matcher(reason).matches() ? reason : "",
                data.isMissingNode() || data.isNull() ? JsonNodeFactory.instance.objectNode() : data));
    }
}
