package dev.crispconnect.simulator.workspace;

import java.util.List;
import java.util.Map;

/** The short text that stands for a message in a list. */
final class Excerpt {

    private static final List<String> TEXTS = List.of("text", "name", "namespace");

    private Excerpt() {}

    static String of(Message message, int length) {
        String text = text(message);
        if (text.length() <= length) {
            return text;
        }
        boolean cutsACharacter = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, cutsACharacter ? length - 1 : length);
    }

    private static String text(Message message) {
        if (message.content() instanceof String text) {
            return text;
        }
        Map<?, ?> content = (Map<?, ?>) message.content();
        return TEXTS.stream()
                .map(content::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(message.type());
    }
}
