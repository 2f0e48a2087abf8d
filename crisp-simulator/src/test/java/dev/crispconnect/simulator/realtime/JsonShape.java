package dev.crispconnect.simulator.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What JSON is made of: {@code fields:number[] inbox_id:null user{nickname:text}}, fields in the order of their names. */
final class JsonShape {

    private JsonShape() {}

    /** The fields of an object. */
    static List<String> fields(JsonNode object) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        List<String> shapes = new ArrayList<>();
        sorted.forEach((name, value) -> shapes.add(name + of(value)));
        return shapes;
    }

    /** The fields that are written one after the other, those inside an object left together. */
    static List<String> split(String fields) {
        List<String> split = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= fields.length(); i++) {
            char at = i == fields.length() ? ' ' : fields.charAt(i);
            depth += at == '{' ? 1 : at == '}' ? -1 : 0;
            if (at == ' ' && depth == 0) {
                split.add(fields.substring(begin, i));
                begin = i + 1;
            }
        }
        split.removeIf(String::isEmpty);
        return split;
    }

    private static String of(JsonNode value) {
        if (value.isObject()) {
            return "{" + String.join(" ", fields(value)) + "}";
        }
        if (value.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            value.elements().forEachRemaining(elements::add);
            return elements.stream().map(JsonShape::of).distinct().collect(Collectors.joining("|")) + "[]";
        }
        return value.isTextual() ? ":text" : value.isNumber() ? ":number" : value.isBoolean() ? ":flag" : ":null";
    }
}
