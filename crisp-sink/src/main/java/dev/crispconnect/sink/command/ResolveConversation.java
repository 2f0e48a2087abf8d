package dev.crispconnect.sink.command;

import dev.crispconnect.client.Call;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.NewMessage;
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

    private static final String RESOLVED = "resolved";

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
        if (note == null) {
            return resolve();
        }
        NewMessage message = NewMessage.of("note", "operator", Authors.ORIGIN, note)
                .withFingerprint(Fingerprint.of(commandId, "note"))
                .withUser(resolvedBy);
        return SendOnce.step(target, message, true, sent -> resolve(), found -> resolve());
    }

    private Step resolve() {
        Call<Void> call = resolvedBy == null
                ? Conversations.changeState(target.websiteId(), target.sessionId(), RESOLVED)
                : Conversations.changeState(
                        target.websiteId(), target.sessionId(), RESOLVED, resolvedBy, Authors.ORIGIN);
        return Step.ask(call, answer -> Step.done(RESOLVED));
    }
}
