package dev.crispconnect.sink.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a message of each type must contain (Crisp API reference, section 4.4). */
final class MessageContents {

    private static final Shape CHOICE = Shape.empty()
            .required("value", Kinds.TEXT)
            .required("label", Kinds.TEXT)
            .optional("icon", Kinds.ANY_TEXT)
            .optional("selected", Kinds.FLAG)
            .optional("action", Shape.empty().required("type", Kinds.TEXT).required("target", Kinds.TEXT));

    private static final Shape CARD = Shape.empty()
            .required("title", Kinds.TEXT)
            .required("description", Kinds.ANY_TEXT)
            .optional("image", Kinds.TEXT)
            .required(
                    "actions",
                    Kinds.listOf(Shape.empty().required("label", Kinds.TEXT).required("url", Kinds.TEXT)));

    private static final Map<String, Kind> BY_TYPE = Map.of(
            "text", Kinds.TEXT,
            "note", Kinds.TEXT,
            "file",
                    Shape.empty()
                            .required("name", Kinds.TEXT)
                            .required("url", Kinds.TEXT)
                            .required("type", Kinds.TEXT),
            "animation", Shape.empty().required("url", Kinds.TEXT).required("type", Kinds.TEXT),
            "audio",
                    Shape.empty()
                            .required("url", Kinds.TEXT)
                            .required("type", Kinds.TEXT)
                            .required("duration", Kinds.NUMBER),
            "picker",
                    Shape.empty()
                            .required("id", Kinds.TEXT)
                            .required("text", Kinds.TEXT)
                            .required("choices", Kinds.listOf(CHOICE))
                            .optional("required", Kinds.FLAG),
            "field",
                    Shape.empty()
                            .required("id", Kinds.TEXT)
                            .required("text", Kinds.TEXT)
                            .required("explain", Kinds.ANY_TEXT)
                            .optional("value", Kinds.ANY_TEXT)
                            .optional("required", Kinds.FLAG),
            "carousel", Shape.empty().required("text", Kinds.TEXT).required("targets", Kinds.listOf(CARD)),
            "event", Shape.empty().required("namespace", Kinds.TEXT).optional("text", Kinds.TEXT));

    /** What a message without a type is. */
    static final String DEFAULT_TYPE = "text";

    /** Read when the type is known. */
    static final Kind CONTENT = Kinds.later(form());

    private MessageContents() {}

    private static Form form() {
        Map<String, Form> forms = new HashMap<>();
        BY_TYPE.forEach((type, kind) -> forms.put(type, kind.form()));
        return new Form.Depending("type", DEFAULT_TYPE, forms);
    }

    static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /** Whether the content is text, which may be given as {@code text} too. */
    static boolean isText(String type) {
        return BY_TYPE.get(type) == Kinds.TEXT;
    }

    /**
     * Checks the content of a message.
     *
     * @return shaped as Crisp wants it, with the defaults that Crisp has no default for
     */
    static Object read(String type, Object content) throws Mistake {
        try {
            Object read = BY_TYPE.get(type).read(content);
            if (type.equals("picker")) {
                choices(read).forEach(choice -> choice.putIfAbsent("selected", false));
            }
            if (type.equals("field")) {
                object(read).putIfAbsent("value", "");
            }
            return read;
        } catch (Mistake mistake) {
            throw mistake.in("content");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object content) {
        return (Map<String, Object>) content;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> choices(Object picker) {
        return (List<Map<String, Object>>) object(picker).get("choices");
    }
}
