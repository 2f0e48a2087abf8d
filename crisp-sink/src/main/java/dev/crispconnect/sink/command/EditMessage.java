package dev.crispconnect.sink.command;

import dev.crispconnect.client.Messages;
import java.util.List;

/**
 * Replaces what a message says (Crisp API reference, section 3.10).
 *
 * @param fingerprint the message
 * @param content a String for text and note, else a map
 */
public record EditMessage(Target target, long fingerprint, Object content) implements Command {

    static final CommandType TYPE = new CommandType(
            "edit_message",
            List.of("edit"),
            MessageFields.content(SentMessage.in(CommandType.ON_CONVERSATION)),
            fields -> new EditMessage(
                    fields.conversation(), SentMessage.fingerprint(fields), MessageFields.content(fields)));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                Messages.edit(target.websiteId(), target.sessionId(), fingerprint, content), edited -> Step.done());
    }
}
