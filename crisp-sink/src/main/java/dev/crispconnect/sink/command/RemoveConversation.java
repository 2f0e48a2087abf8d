package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import java.util.List;

/**
 * Removes a conversation with its messages, for good (Crisp API reference, section 3.3). One that is gone already is what was
 * asked for.
 */
public record RemoveConversation(Target target) implements Command {

    static final CommandType TYPE = new CommandType(
            "remove_conversation",
            List.of(),
            CommandType.ON_CONVERSATION,
            fields -> new RemoveConversation(fields.conversation()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return remove(target);
    }

    static Step remove(Target target) {
        return Step.ask(Conversations.remove(target.websiteId(), target.sessionId()), removed -> Step.done())
                .whenMissing(Step::repeated);
    }
}
