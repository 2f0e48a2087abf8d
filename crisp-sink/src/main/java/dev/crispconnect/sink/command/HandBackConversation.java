package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import java.util.List;

/**
 * Hands a conversation back to automation: assigned to nobody and resolved, so that whoever answers first, such as a bot, takes
 * the visitor's next message (Crisp API reference, section 3.4).
 */
public record HandBackConversation(Target target) implements Command {

    static final CommandType TYPE = new CommandType(
            "hand_back_conversation",
            List.of("hand_back"),
            CommandType.ON_CONVERSATION,
            fields -> new HandBackConversation(fields.conversation()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                Conversations.changeRouting(target.websiteId(), target.sessionId(), null, true),
                unassigned -> StateChange.to(StateChange.RESOLVED, target));
    }
}
