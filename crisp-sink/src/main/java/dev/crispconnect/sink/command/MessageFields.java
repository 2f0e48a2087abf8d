package dev.crispconnect.sink.command;

import dev.crispconnect.client.NewMessage;
import dev.crispconnect.client.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a command that sends a message (Crisp API reference, sections 3.9 and 4.4). */
final class MessageFields {

    static final Kind REFERENCES =
            Kinds.listOf(Shape.empty().optional(Kinds.TEXT, "type", "name").required("target", Kinds.TEXT));

    private static final Set<String> OPERATORS_ONLY = Set.of("note", "event");

    private MessageFields() {}

    /** The shape with these fields added. */
    static Shape in(Shape shape) {
        return content(shape)
                .optional("from", Kinds.oneOf(Set.of("operator", "user")))
                .optional("origin", Kinds.ORIGIN)
                .optional("fingerprint", Kinds.WHOLE)
                .optional("timestamp", Kinds.TIME)
                .optional(Kinds.FLAG, "stealth", "automated")
                .optional("user", Authors.SHAPE)
                .optional("mentions", Kinds.listOf(Kinds.TEXT))
                .optional("references", REFERENCES);
    }

    /** The shape with what a message says added. */
    static Shape content(Shape shape) {
        return shape.optional("type", Kinds.oneOf(MessageContents.types()))
                .optional("content", MessageContents.CONTENT)
                .optional("text", Kinds.TEXT);
    }

    /** The message; its fingerprint is null when it is to be derived from the command. */
    static NewMessage message(Fields fields) throws Mistake {
        String type = type(fields);
        String from = fields.text("from", "operator");
        if (OPERATORS_ONLY.contains(type) && !from.equals("operator")) {
            throw Mistake.of("from", "expected operator, as only operators write messages of type " + type);
        }
        return message(type, from, content(fields), fields);
    }

    /** A note. */
    static NewMessage note(Fields fields) throws Mistake {
        return message("note", "operator", fields.text("text"), fields);
    }

    private static NewMessage message(String type, String from, Object content, Fields fields) throws Mistake {
        return new NewMessage(
                type,
                from,
                fields.text("origin", Authors.ORIGIN),
                content,
                fields.fingerprint("fingerprint"),
                fields.time("timestamp"),
                fields.flag("stealth"),
                fields.flag("automated"),
                Authors.of(fields.object("user")),
                fields.list("mentions"),
                references(fields),
                null,
                null,
                null);
    }

    /** The same message with the identity that the command gives it, unless it has one. */
    static NewMessage identified(NewMessage message, String commandId) {
        return message.fingerprint() != null ? message : message.withFingerprint(Fingerprint.of(commandId, "message"));
    }

    /** What the message says, in {@code content} or {@code text}. */
    static Object content(Fields fields) throws Mistake {
        String type = type(fields);
        if (fields.has("text")) {
            if (fields.has("content")) {
                throw Mistake.of("text", "given beside 'content', expected one of the two");
            }
            if (!MessageContents.isText(type)) {
                throw Mistake.of("text", "not for messages of type " + type + ", which take 'content'");
            }
            return fields.text("text");
        }
        if (!fields.has("content")) {
            throw Mistake.of("content", "missing, expected what a message of type " + type + " contains");
        }
        return MessageContents.read(type, fields.any("content"));
    }

    private static String type(Fields fields) {
        return fields.text("type", MessageContents.DEFAULT_TYPE);
    }

    private static List<Message.Reference> references(Fields fields) {
        List<Map<String, Object>> given = fields.list("references");
        if (given == null) {
            return null;
        }
        List<Message.Reference> references = new ArrayList<>(given.size());
        for (Map<String, Object> each : given) {
            references.add(new Message.Reference(
                    (String) each.get("type"), (String) each.get("name"), (String) each.get("target")));
        }
        return references;
    }
}
