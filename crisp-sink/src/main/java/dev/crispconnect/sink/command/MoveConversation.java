package dev.crispconnect.sink.command;

import dev.crispconnect.client.Conversations;
import java.util.List;

/**
 * Moves a conversation to an inbox (Crisp API reference, section 3.4).
 *
 * @param inboxId null for the main inbox
 */
public record MoveConversation(Target target, String inboxId) implements Command {

    static final CommandType TYPE = new CommandType(
            "move_conversation",
            List.of("move"),
            CommandType.ON_CONVERSATION.optional("inbox_id", Kinds.TEXT).optional("main_inbox", Kinds.FLAG),
            MoveConversation::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                Conversations.changeInbox(target.websiteId(), target.sessionId(), inboxId), moved -> Step.done());
    }

    /** The main inbox has no id, and an id that was forgotten must not be taken for it. */
    private static MoveConversation read(Fields fields) throws Mistake {
        boolean toMain = Boolean.TRUE.equals(fields.flag("main_inbox"));
        if (toMain == fields.has("inbox_id")) {
            throw Mistake.of("inbox_id", "expected either text here or 'main_inbox' to be true");
        }
        return new MoveConversation(fields.conversation(), fields.text("inbox_id"));
    }
}
