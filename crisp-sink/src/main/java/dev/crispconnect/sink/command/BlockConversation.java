package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import java.util.List;

/**
 * Blocks the visitor of a conversation, or no more (Crisp API reference, section 3.4).
 */
public record BlockConversation(Target target, boolean blocked) implements Command {

    static final CommandType TYPE = new CommandType(
            "block_conversation",
            List.of("block"),
            CommandType.ON_CONVERSATION.optional("blocked", Kinds.FLAG),
            fields -> new BlockConversation(fields.conversation(), !Boolean.FALSE.equals(fields.flag("blocked"))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                Conversations.changeBlock(target.websiteId(), target.sessionId(), blocked, null, null),
                changed -> Step.done());
    }
}
