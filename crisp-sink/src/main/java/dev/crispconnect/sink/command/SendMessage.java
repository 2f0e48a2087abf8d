package dev.crispconnect.sink.command;

import dev.crispconnect.client.NewMessage;
import dev.crispconnect.client.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends a message into a conversation (Crisp API reference, sections 3.9 and 4.4).
 *
 * @param message its fingerprint is null when it is to be derived from the command
 */
public record SendMessage(Target target, NewMessage message) implements Command {

    private static final Set<String> OPERATORS_ONLY = Set.of("note", "event");

    private static final Kind ORIGIN = new Kind() {
        @Override
        public String words() {
            return "chat, email or urn:...";
        }

        @Override
        public Object read(Object value) throws Mistake {
            if (value instanceof String text
                    && (text.equals("chat") || text.equals("email") || text.matches("urn:\\S+"))) {
                return text;
            }
            throw Mistake.expected(words(), value);
        }
    };

    static final CommandType TYPE = new CommandType(
            "send_message",
            List.of("send"),
            CommandType.ON_CONVERSATION
                    .optional("type", Kinds.oneOf(MessageContents.types()))
                    .optional("from", Kinds.oneOf(Set.of("operator", "user")))
                    .optional("content", Kinds.LATER)
                    .optional("text", Kinds.TEXT)
                    .optional("origin", ORIGIN)
                    .optional("fingerprint", Kinds.WHOLE)
                    .optional("timestamp", Kinds.TIME)
                    .optional(Kinds.FLAG, "stealth", "automated")
                    .optional("user", Authors.SHAPE)
                    .optional("mentions", Kinds.listOf(Kinds.TEXT))
                    .optional(
                            "references",
                            Kinds.listOf(Shape.empty()
                                    .optional(Kinds.TEXT, "type", "name")
                                    .required("target", Kinds.TEXT))),
            SendMessage::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return SendOnce.step(
                target,
                identified(commandId),
                message.fingerprint() == null,
                sent -> Step.done(),
                found -> Step.repeated());
    }

    private NewMessage identified(String commandId) {
        return message.fingerprint() != null ? message : message.withFingerprint(Fingerprint.of(commandId, "message"));
    }

    private static SendMessage read(Fields fields) throws Mistake {
        String type = fields.text("type", "text");
        String from = fields.text("from", "operator");
        if (OPERATORS_ONLY.contains(type) && !from.equals("operator")) {
            throw Mistake.of("from", "expected operator, as only operators write messages of type " + type);
        }
        NewMessage message = new NewMessage(
                type,
                from,
                fields.text("origin", Authors.ORIGIN),
                content(type, fields),
                fingerprint(fields),
                fields.time("timestamp"),
                fields.flag("stealth"),
                fields.flag("automated"),
                Authors.of(fields.object("user")),
                fields.list("mentions"),
                references(fields),
                null,
                null,
                null);
        return new SendMessage(fields.conversation(), message);
    }

    private static Object content(String type, Fields fields) throws Mistake {
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

    private static Long fingerprint(Fields fields) throws Mistake {
        Long fingerprint = fields.whole("fingerprint");
        if (fingerprint != null && (fingerprint < 1 || fingerprint > Fingerprint.MAX)) {
            throw Mistake.of("fingerprint", "expected a whole number from 1 to " + Fingerprint.MAX);
        }
        return fingerprint;
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
