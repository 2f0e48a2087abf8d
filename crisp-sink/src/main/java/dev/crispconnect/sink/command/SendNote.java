package dev.crispconnect.sink.command;

import dev.crispconnect.client.NewMessage;
import java.util.List;

/**
 * Leaves a note for the operators in a conversation (Crisp API reference, section 4.4).
 *
 * @param message its fingerprint is null when it is to be derived from the command
 */
public record SendNote(Target target, NewMessage message) implements Command {

    static final CommandType TYPE = new CommandType(
            "send_note",
            List.of("note"),
            CommandType.ON_CONVERSATION
                    .required("text", Kinds.TEXT)
                    .optional("origin", Kinds.ORIGIN)
                    .optional("fingerprint", Kinds.WHOLE)
                    .optional("timestamp", Kinds.TIME)
                    .optional("automated", Kinds.FLAG)
                    .optional("user", Authors.SHAPE)
                    .optional("mentions", Kinds.listOf(Kinds.TEXT))
                    .optional("references", MessageFields.REFERENCES),
            fields -> new SendNote(fields.conversation(), MessageFields.note(fields)));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return SendOnce.step(
                target,
                MessageFields.identified(message, commandId),
                message.fingerprint() == null,
                sent -> Step.done(),
                found -> Step.repeated());
    }
}
