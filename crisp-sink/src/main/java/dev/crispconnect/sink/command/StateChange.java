package dev.crispconnect.sink.command;

import dev.crispconnect.client.Call;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.conversation.Message;

/** Setting the state of a conversation (Crisp API reference, section 3.4). It is absolute: setting it again changes nothing. */
final class StateChange {

    static final String RESOLVED = "resolved";
    static final String UNRESOLVED = "unresolved";

    private StateChange() {}

    static Step to(String state, Target target) {
        return to(state, target, null);
    }

    /** @param by who is named as having done it; null for the token's owner */
    static Step to(String state, Target target, Message.Author by) {
        Call<Void> call = by == null
                ? Conversations.changeState(target.websiteId(), target.sessionId(), state)
                : Conversations.changeState(target.websiteId(), target.sessionId(), state, by, Authors.ORIGIN);
        return Step.ask(call, answer -> Step.done(state));
    }
}
