package dev.crispconnect.source.record;

import dev.crispconnect.source.position.Identity;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * A hash of what a record says, stable across restarts. Presence is left out: a visitor who comes and goes does not change
 * a conversation, nor a contact.
 */
final class ContentHash {

    private static final Set<String> PRESENCE = Set.of("active", "availability");

    private ContentHash() {}

    static long of(Struct value) {
        StringBuilder text = new StringBuilder();
        for (Field field : value.schema().fields()) {
            if (!PRESENCE.contains(field.name())) {
                append(text, value.get(field));
            }
        }
        return Identity.of(text.toString());
    }

    private static void append(StringBuilder text, Object value) {
        if (value instanceof Struct struct) {
            text.append('{');
            struct.schema().fields().forEach(field -> append(text, struct.get(field)));
            text.append('}');
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            // the client's maps have no order that is the same in two processes
            new TreeMap<>(map).forEach((key, entry) -> {
                append(text, key);
                append(text, entry);
            });
            text.append('}');
        } else if (value instanceof Collection<?> collection) {
            text.append('[');
            collection.forEach(element -> append(text, element));
            text.append(']');
        } else {
            String leaf =
                    value instanceof Date date ? Long.toString(date.toInstant().toEpochMilli()) : String.valueOf(value);
            text.append(leaf.length()).append(':').append(leaf);
        }
    }
}
