package dev.crispconnect.sink.command;

import dev.crispconnect.client.conversation.Message;
import java.util.List;

/**
 * Resolves a conversation, that is sets its state (Crisp API reference, section 3.4), after leaving a note when one is given. The
 * note comes first: a resolved conversation whose note is missing would look finished.
 *
 * @param note for the operators only; null for none
 * @param resolvedBy who is named as the one who did it, and as the note's author; null for the token's owner
 */
public record ResolveConversation(Target target, String note, Message.Author resolvedBy) implements Command {

    static final CommandType TYPE = new CommandType(
            "resolve_conversation",
            List.of("resolve"),
            CommandType.ON_CONVERSATION
                    .optional("note", Kinds.TEXT)
                    .optional("resolved_by", Authors.NICKNAME_OR_OBJECT),
            fields -> new ResolveConversation(
                    fields.conversation(), fields.text("note"), Authors.of(fields.object("resolved_by"))));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return NoteFirst.step(
                target, commandId, note, resolvedBy, () -> StateChange.to(StateChange.RESOLVED, target, resolvedBy));
    }
}
