package dev.crispconnect.sink.command;

import dev.crispconnect.client.json.JsonBody;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** JSON for people to read: an object's fields on lines of their own. */
final class PrettyJson {

    private PrettyJson() {}

    static String of(Map<?, ?> fields) {
        StringBuilder text = new StringBuilder();
        write(fields, "", text);
        return text.append('\n').toString();
    }

    private static void write(Object value, String indent, StringBuilder text) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            String deeper = indent + "  ";
            text.append('{');
            for (Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator(); each.hasNext(); ) {
                Map.Entry<?, ?> field = each.next();
                text.append('\n').append(deeper).append(scalar(field.getKey())).append(": ");
                write(field.getValue(), deeper, text);
                text.append(each.hasNext() ? "," : "");
            }
            text.append('\n').append(indent).append('}');
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
                write(each.next(), indent, text);
                text.append(each.hasNext() ? ", " : "");
            }
            text.append(']');
        } else {
            text.append(value instanceof Map ? "{}" : scalar(value));
        }
    }

    private static String scalar(Object value) {
        String list = JsonBody.of(List.of(value));
        return list.substring(1, list.length() - 1);
    }
}
