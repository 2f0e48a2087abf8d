package dev.crispconnect.sink.command;

import dev.crispconnect.client.Messages;
import java.util.List;

/**
 * Looks one message up (Crisp API reference, section 3.10).
 *
 * @param room how many bytes the response may have
 */
public record GetMessage(Target target, long fingerprint, int room) implements LookUp {

    static final CommandType TYPE = new CommandType(
            "get_message",
            List.of(),
            CommandType.ON_CONVERSATION.required("fingerprint", Kinds.wholeBetween(1, Fingerprint.MAX)),
            fields -> new GetMessage(fields.conversation(), fields.whole("fingerprint"), fields.room()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                        Messages.get(target.websiteId(), target.sessionId(), fingerprint),
                        found -> ResponseDraft.within(room)
                                .with("message", found.data())
                                .answer())
                .whenMissing(NotFound::message);
    }
}
