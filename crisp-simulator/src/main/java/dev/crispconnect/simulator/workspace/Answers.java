package dev.crispconnect.simulator.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The content of a picker or a field once the visitor has answered it (Crisp API reference, section 4.4). */
final class Answers {

    private Answers() {}

    static Map<String, Object> picked(Message picker, Set<String> values) {
        Map<String, Object> content = content("picker", picker);
        List<Map<String, Object>> choices = ((List<?>) content.get("choices"))
                .stream().map(choice -> choice((Map<?, ?>) choice, values)).toList();
        long selected = choices.stream()
                .filter(choice -> Boolean.TRUE.equals(choice.get("selected")))
                .count();
        if (selected < values.size()) {
            throw new IllegalArgumentException("the picker has not all of the choices " + values);
        }
        content.put("choices", choices);
        return content;
    }

    static Map<String, Object> filled(Message field, String value) {
        Map<String, Object> content = content("field", field);
        content.put("value", value);
        return content;
    }

    private static Map<String, Object> choice(Map<?, ?> choice, Set<String> values) {
        Map<String, Object> answered = copy(choice);
        answered.put("selected", values.contains(choice.get("value")));
        return answered;
    }

    private static Map<String, Object> content(String type, Message message) {
        if (!message.type().equals(type)) {
            throw new IllegalArgumentException("the message is no " + type + " but a " + message.type());
        }
        return copy((Map<?, ?>) message.content());
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }
}
