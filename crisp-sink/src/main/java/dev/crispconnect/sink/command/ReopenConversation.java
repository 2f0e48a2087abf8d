package dev.crispconnect.sink.command;

import dev.crispconnect.client.conversation.Message;
import java.util.List;

/**
 * Opens a conversation again, that is sets its state to {@code unresolved} (Crisp API reference, section 3.4).
 *
 * @param reopenedBy who is named as having done it; null for the token's owner
 */
public record ReopenConversation(Target target, Message.Author reopenedBy) implements Command {

    static final CommandType TYPE = new CommandType(
            "reopen_conversation",
            List.of("reopen", "unresolve"),
            CommandType.ON_CONVERSATION.optional("reopened_by", Authors.NICKNAME_OR_OBJECT),
            fields -> new ReopenConversation(fields.conversation(), Authors.of(fields.object("reopened_by"))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return StateChange.to(StateChange.UNRESOLVED, target, reopenedBy);
    }
}
