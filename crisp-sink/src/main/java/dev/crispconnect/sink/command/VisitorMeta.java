package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What can be written of a conversation's visitor (Crisp API reference, section 4.2). Crisp replaces {@code segments} as a
 * whole; whether it merges {@code data} is not documented, so data are read, completed and written whole.
 */
final class VisitorMeta {

    private static final String DATA = "data";
    private static final List<String> TEXTS =
            List.of("nickname", "email", "phone", "address", "subject", "avatar", "ip");
    private static final List<String> FIELDS =
            List.of("nickname", "email", "phone", "address", "subject", "avatar", "ip", "segments", DATA);

    private VisitorMeta() {}

    /** The shape with these fields added. Empty text clears a field. */
    static Shape in(Shape shape) {
        return shape.optional(Kinds.ANY_TEXT, TEXTS.toArray(String[]::new))
                .optional("segments", Kinds.listOf(Kinds.TEXT))
                .optional(DATA, Kinds.DATA);
    }

    static Map<String, Object> of(Fields fields) {
        return fields.only(FIELDS);
    }

    /** Writes them into a conversation that has others, whose data stay. */
    static Step write(Target target, Map<String, Object> meta, Supplier<Step> next) {
        if (!meta.containsKey(DATA)) {
            return Step.ask(
                    Conversations.updateMeta(target.websiteId(), target.sessionId(), meta), written -> next.get());
        }
        return Step.ask(Conversations.data(target.websiteId(), target.sessionId()), there -> {
            Map<String, Object> whole = new LinkedHashMap<>(meta);
            whole.put(DATA, with(there.data(), meta));
            return Step.ask(
                    Conversations.updateMeta(target.websiteId(), target.sessionId(), whole), written -> next.get());
        });
    }

    /** The same meta with one more entry in its data. */
    static Map<String, Object> marked(Map<String, Object> meta, String key, Object value) {
        Map<String, Object> marked = new LinkedHashMap<>(meta);
        marked.put(DATA, with(Map.of(key, value), meta));
        return marked;
    }

    @SuppressWarnings("unchecked") // the shape has been checked
    private static Map<String, Object> with(Map<String, Object> data, Map<String, Object> meta) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.putAll((Map<String, Object>) meta.getOrDefault(DATA, Map.of()));
        return whole;
    }
}
