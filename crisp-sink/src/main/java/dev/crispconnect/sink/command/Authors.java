package dev.crispconnect.sink.command;

import dev.crispconnect.client.conversation.Message;
import java.util.Map;
import java.util.Set;

/** Who is shown as the author of what we write (Crisp API reference, section 3.9, field {@code user}). */
final class Authors {

    /** How Crisp knows that a message came from this connector. */
    static final String ORIGIN = "urn:crispconnect.dev:kafka:0";

    static final Shape SHAPE = Shape.empty()
            .optional(Kinds.TEXT, "nickname", "avatar", "user_id")
            .optional("type", Kinds.oneOf(Set.of("website", "participant")));

    /** A nickname alone, or an object. */
    static final Kind NICKNAME_OR_OBJECT = new Kind() {
        @Override
        public String words() {
            return "a nickname or an object";
        }

        @Override
        public Form form() {
            return new Form.NameOr(SHAPE.form());
        }

        @Override
        public Object read(Object value) throws Mistake {
            return value instanceof String ? Map.of("nickname", Kinds.TEXT.read(value)) : SHAPE.read(value);
        }
    };

    private Authors() {}

    /** Null when there are no fields. */
    static Message.Author of(Map<String, Object> fields) {
        return fields == null
                ? null
                : new Message.Author(
                        (String) fields.get("type"),
                        (String) fields.get("user_id"),
                        (String) fields.get("nickname"),
                        (String) fields.get("avatar"));
    }
}
