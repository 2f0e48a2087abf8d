package dev.crispconnect.sink.command;

import dev.crispconnect.client.Messages;
import java.util.List;

/**
 * Removes a message (Crisp API reference, section 3.10). One that is gone already is what was asked for.
 *
 * @param fingerprint the message
 */
public record RemoveMessage(Target target, long fingerprint) implements Command {

    static final CommandType TYPE = new CommandType(
            "remove_message",
            List.of(),
            SentMessage.in(CommandType.ON_CONVERSATION),
            fields -> new RemoveMessage(fields.conversation(), SentMessage.fingerprint(fields)));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(Messages.remove(target.websiteId(), target.sessionId(), fingerprint), removed -> Step.done())
                .whenMissing(Step::repeated);
    }
}
