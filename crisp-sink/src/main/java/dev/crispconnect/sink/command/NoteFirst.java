package dev.crispconnect.sink.command;

import dev.crispconnect.client.NewMessage;
import dev.crispconnect.client.conversation.Message;
import java.util.function.Supplier;

/**
 * Leaving a note before something else is done: a conversation that looks finished while its note is missing would mislead.
 * The note of a command is sent once, and that of another command is another note.
 */
final class NoteFirst {

    private NoteFirst() {}

    /**
     * The note, when there is one, and what comes after it.
     *
     * @param note for the operators only; null for none
     * @param author who is shown as its author; null for the token's owner
     */
    static Step step(Target target, String commandId, String note, Message.Author author, Supplier<Step> next) {
        if (note == null) {
            return next.get();
        }
        NewMessage message = NewMessage.of("note", "operator", Authors.ORIGIN, note)
                .withFingerprint(Fingerprint.of(commandId, "note"))
                .withUser(author);
        return SendOnce.step(target, message, true, sent -> next.get(), found -> next.get());
    }
}
