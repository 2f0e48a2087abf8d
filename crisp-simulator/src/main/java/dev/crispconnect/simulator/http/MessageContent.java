package dev.crispconnect.simulator.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The content of a message by its type (Crisp API reference, section 4.4). What it has besides is kept as it is. */
final class MessageContent {

    private static final List<String> TEXTS = List.of("text", "note");

    private static final Map<String, Consumer<Body>> OBJECTS = Map.of(
            "file", content -> texts(content, "name", "url", "type"),
            "animation", content -> texts(content, "url", "type"),
            "audio", MessageContent::audio,
            "picker", MessageContent::picker,
            "field", MessageContent::field,
            "carousel", MessageContent::carousel,
            "event", MessageContent::event);

    private MessageContent() {}

    static boolean hasType(String type) {
        return TEXTS.contains(type) || OBJECTS.containsKey(type);
    }

    /**
     * The {@code content} of a body: a String or a map.
     *
     * @param type one that {@link #hasType}
     */
    static Object of(String type, Body body) {
        body.require("content");
        if (TEXTS.contains(type)) {
            return text(body);
        }
        Body content = body.object("content").orElseThrow();
        OBJECTS.get(type).accept(content);
        return content.values();
    }

    /** The objects of a list that must be there. */
    static List<Body> objects(Body body, String field) {
        body.require(field);
        List<Object> list = body.list(field).orElseThrow();
        Body[] objects = new Body[list.size()];
        Arrays.setAll(objects, index -> element(body, field + "[" + index + "]", list.get(index)));
        return List.of(objects);
    }

    private static Body element(Body body, String place, Object value) {
        return new Body(body.name(), Collections.singletonMap(place, value))
                .object(place)
                .orElseThrow(() -> body.wrong(place, "object"));
    }

    private static String text(Body body) {
        String text = body.requiredText("content");
        if (text.isBlank()) {
            throw Refusal.invalid("data.content should NOT be shorter than 1 characters");
        }
        return text;
    }

    private static void audio(Body content) {
        texts(content, "url", "type");
        content.require("duration");
        content.number("duration");
    }

    private static void picker(Body content) {
        texts(content, "id", "text");
        objects(content, "choices").forEach(choice -> {
            texts(choice, "value", "label");
            choice.requiredFlag("selected");
            choice.text("icon");
            choice.object("action").ifPresent(action -> texts(action, "type", "target"));
        });
        content.flag("required");
    }

    private static void field(Body content) {
        texts(content, "id", "text", "explain", "value");
        content.flag("required");
    }

    private static void carousel(Body content) {
        texts(content, "text");
        objects(content, "targets").forEach(target -> {
            texts(target, "title", "description");
            target.text("image");
            objects(target, "actions").forEach(action -> texts(action, "label", "url"));
        });
    }

    private static void event(Body content) {
        texts(content, "namespace");
        content.text("text");
    }

    private static void texts(Body content, String... required) {
        Arrays.stream(required).forEach(content::requiredText);
    }
}
