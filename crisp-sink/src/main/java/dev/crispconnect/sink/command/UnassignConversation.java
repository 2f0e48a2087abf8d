package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import java.util.List;

/**
 * Assigns a conversation to nobody (Crisp API reference, section 3.4).
 *
 * @param silent whether operators are spared the notification
 */
public record UnassignConversation(Target target, boolean silent) implements Command {

    static final CommandType TYPE = new CommandType(
            "unassign_conversation",
            List.of("unassign"),
            CommandType.ON_CONVERSATION.optional("silent", Kinds.FLAG),
            fields -> new UnassignConversation(fields.conversation(), Boolean.TRUE.equals(fields.flag("silent"))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                Conversations.changeRouting(target.websiteId(), target.sessionId(), null, silent),
                unassigned -> Step.done());
    }
}
