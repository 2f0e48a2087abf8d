package dev.crispconnect.sink.command;

import dev.crispconnect.client.json.JsonText;
import dev.crispconnect.client.json.JsonTextException;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;

/** The key of a record as a source of ids that the value left out. */
final class RecordKey {

    private final Object key;

    RecordKey(Object key) {
        this.key = key;
    }

    /** The field of that name, when the key has fields (Struct, Map, or text that holds a JSON object); else null. */
    String field(String name) {
        return Names.find(fields(), name) instanceof String text && !text.isBlank() ? text : null;
    }

    /** The field of that name, or the key itself when it is bare text; null when neither. */
    String fieldOrText(String name) {
        String text = text();
        return text == null || looksLikeJson(text) ? field(name) : text;
    }

    private Object fields() {
        if (key instanceof Struct || key instanceof Map) {
            return key;
        }
        String text = text();
        if (text == null || !looksLikeJson(text)) {
            return null;
        }
        try {
            return JsonText.read(text);
        } catch (JsonTextException broken) {
            return null;
        }
    }

    private String text() {
        try {
            String text = RecordText.of(key);
            return text == null || text.isBlank() ? null : text;
        } catch (Mistake notText) {
            return null;
        }
    }

    private static boolean looksLikeJson(String text) {
        return text.stripLeading().startsWith("{");
    }
}
