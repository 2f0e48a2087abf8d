package dev.crispconnect.sink.command;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.json.JsonBody;
import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The client's values as JSON: what a record is made of by its names in snake_case, times in milliseconds since 1970, as
 * Crisp itself writes them. What is null is left out. Pure.
 */
final class PlainValues {

    private PlainValues() {}

    /** A value of the client as maps, lists, text, numbers and booleans; null for null. */
    static Object of(Object value) {
        if (value instanceof Record group) {
            return of(group);
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(of(element)));
            return elements;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, each) -> fields.put((String) name, of(each)));
            return fields;
        }
        return value instanceof Instant time ? (Object) time.toEpochMilli() : value;
    }

    /** The same of a record. */
    static Map<String, Object> of(Record group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            Object value = of(valueOf(component, group));
            if (value != null) {
                fields.put(Names.snakeCase(component.getName()), value);
            }
        }
        if (group instanceof Message message) {
            fields.remove("content_json");
            fields.put("content", content(message));
        }
        return fields;
    }

    /** A record as JSON text. */
    static String json(Record group) {
        return JsonBody.of(of(group));
    }

    /** Exactly what Crisp sent, whatever the type; as text where it is nested or long beyond reason. */
    private static Object content(Message message) {
        if (message.contentJson() == null) {
            return null;
        }
        try {
            return JsonText.read(message.contentJson());
        } catch (JsonTextException beyondReason) {
            return message.contentJson();
        }
    }

    private static Object valueOf(RecordComponent component, Record group) {
        try {
            return component.getAccessor().invoke(group);
        } catch (ReflectiveOperationException neverOfPublicRecords) {
            throw new IllegalStateException("a value of the client cannot be read", neverOfPublicRecords);
        }
    }
}
