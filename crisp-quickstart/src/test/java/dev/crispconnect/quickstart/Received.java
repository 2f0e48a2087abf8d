package dev.crispconnect.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as a test looks at it: key and value as JSON (text that is none as a JSON string), headers as text. */
record Received(String topic, int partition, JsonNode key, JsonNode value, Map<String, String> headers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Received of(ConsumerRecord<String, String> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Received(record.topic(), record.partition(), json(record.key()), json(record.value()), headers);
    }

    String text(String field) {
        return value.path(field).asText();
    }

    private static JsonNode json(String text) {
        try {
            var looksLikeJson = text != null && (text.startsWith("{") || text.startsWith("["));
            return looksLikeJson ? JSON.readTree(text) : JSON.valueToTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
