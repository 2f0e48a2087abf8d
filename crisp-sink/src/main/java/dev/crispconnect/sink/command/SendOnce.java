package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Messages;
import dev.crispconnect.client.NewMessage;
import dev.crispconnect.client.conversation.Message;
import java.util.function.Function;

/**
 * Sending a message so that a lost answer does not send it twice: what Crisp does with a repeated fingerprint is not
 * documented, so the message is looked up by it first (Crisp API reference, sections 3.9 and 9).
 */
final class SendOnce {

    private SendOnce() {}

    /**
     * The step that sends it.
     *
     * @param derived whether its fingerprint was made from the command's id
     */
    static Step step(
            Target target,
            NewMessage message,
            boolean derived,
            Function<Answer<Long>, Step> sent,
            Function<Answer<Message>, Step> foundSent) {
        Step.Lookup<Message> lookup = new Step.Lookup<>(
                Messages.get(target.websiteId(), target.sessionId(), message.fingerprint()), foundSent, derived);
        return Step.ask(Messages.send(target.websiteId(), target.sessionId(), message), sent)
                .lookedUpBy(lookup);
    }
}
