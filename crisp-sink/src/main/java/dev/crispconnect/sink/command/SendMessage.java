package dev.crispconnect.sink.command;

import dev.crispconnect.client.NewMessage;
import java.util.List;

/**
 * Sends a message into a conversation (Crisp API reference, sections 3.9 and 4.4).
 *
 * @param message its fingerprint is null when it is to be derived from the command
 */
public record SendMessage(Target target, NewMessage message) implements Command {

    static final CommandType TYPE = new CommandType(
            "send_message",
            List.of("send"),
            MessageFields.in(CommandType.ON_CONVERSATION),
            fields -> new SendMessage(fields.conversation(), MessageFields.message(fields)));

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
