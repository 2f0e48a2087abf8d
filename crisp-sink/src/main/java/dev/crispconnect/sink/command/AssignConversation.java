package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import java.util.List;

/**
 * Assigns a conversation to an operator (Crisp API reference, section 3.4).
 *
 * @param userId the operator
 * @param silent whether the operator is spared the notification
 */
public record AssignConversation(Target target, String userId, boolean silent) implements Command {

    static final CommandType TYPE = new CommandType(
            "assign_conversation",
            List.of("assign"),
            CommandType.ON_CONVERSATION.required("user_id", Kinds.TEXT).optional("silent", Kinds.FLAG),
            fields -> new AssignConversation(
                    fields.conversation(), fields.text("user_id"), Boolean.TRUE.equals(fields.flag("silent"))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                Conversations.changeRouting(target.websiteId(), target.sessionId(), userId, silent),
                assigned -> Step.done());
    }
}
