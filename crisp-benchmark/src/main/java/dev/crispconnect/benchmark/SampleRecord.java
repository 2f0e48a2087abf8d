package dev.crispconnect.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;

/**
 * A record that a source once wrote as JSON, as Connect's data again: so that it can be handed over many times and what that
 * costs compared with what it cost the source. It has every field of the original, those without a value included.
 *
 * @param json the value
 */
record SampleRecord(Schema schema, JsonNode json, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line of text that {@link #parse} reads. */
    static String line(ConsumerRecord<String, String> record) {
        try {
            ObjectNode line = JSON.createObjectNode();
            line.set("value", JSON.readTree(record.value()));
            ObjectNode headers = line.putObject("headers");
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("the worker writes JSON", noJson);
        }
    }

    static SampleRecord parse(String line) {
        try {
            JsonNode parsed = JSON.readTree(line);
            JsonNode value = parsed.path("value");
            Map<String, String> headers = new LinkedHashMap<>();
            parsed.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            return new SampleRecord(schema(value), value, headers);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("not a line of a sample", noJson);
        }
    }

    /** A value of its own: no source can hand over the same one all the time. */
    Struct newValue() {
        return (Struct) data(schema, json);
    }

    /** Connect's headers belong to one record each. */
    Headers newHeaders() {
        Headers fresh = new ConnectHeaders();
        headers.forEach(fresh::addString);
        return fresh;
    }

    /** A field that has no value could be of any type; its name is written all the same. */
    private static Schema schema(JsonNode node) {
        if (node.isObject()) {
            SchemaBuilder struct = SchemaBuilder.struct().optional();
            node.properties().forEach(field -> struct.field(field.getKey(), schema(field.getValue())));
            return struct.build();
        }
        if (node.isArray()) {
            Schema element = node.isEmpty() ? Schema.OPTIONAL_STRING_SCHEMA : schema(node.get(0));
            return SchemaBuilder.array(element).optional().build();
        }
        if (node.isIntegralNumber()) {
            return Schema.OPTIONAL_INT64_SCHEMA;
        }
        if (node.isNumber()) {
            return Schema.OPTIONAL_FLOAT64_SCHEMA;
        }
        return node.isBoolean() ? Schema.OPTIONAL_BOOLEAN_SCHEMA : Schema.OPTIONAL_STRING_SCHEMA;
    }

    private static Object data(Schema schema, JsonNode node) {
        return switch (schema.type()) {
            case STRUCT -> {
                Struct struct = new Struct(schema);
                for (Field field : schema.fields()) {
                    JsonNode part = node.get(field.name());
                    if (!part.isNull()) {
                        struct.put(field, data(field.schema(), part));
                    }
                }
                yield struct;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                node.forEach(element -> elements.add(data(schema.valueSchema(), element)));
                yield elements;
            }
            case INT64 -> node.longValue();
            case FLOAT64 -> node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            default -> node.textValue();
        };
    }
}
