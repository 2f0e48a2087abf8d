package dev.crispconnect.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Parses what Crisp sends. Empty when it is no JSON, cut, or followed by something else. Pure. */
final class JsonTree {

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

    private JsonTree() {}

    static Optional<JsonNode> parse(byte[] json) {
        return parse(() -> MAPPER.readTree(json));
    }

    static Optional<JsonNode> parse(String json) {
        return parse(() -> MAPPER.readTree(json));
    }

    /** The JSON text of what was parsed. Most of what is asked for is a text itself, which takes no writer. */
    static String text(JsonNode node) {
        if (!node.isTextual()) {
            return node.toString();
        }
        StringBuilder quoted = new StringBuilder(node.textValue().length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(node.textValue(), quoted);
        return quoted.append('"').toString();
    }

    private static Optional<JsonNode> parse(Source source) {
        try {
            return Optional.of(source.read());
        } catch (IOException notJson) {
            // dropped: Jackson quotes what it read in its messages
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Source {
        JsonNode read() throws IOException;
    }
}
