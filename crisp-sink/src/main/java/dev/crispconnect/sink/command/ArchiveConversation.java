package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.conversation.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Archives a conversation. Crisp has no archive (Crisp API reference, section 3.7): what is done instead is the connector's
 * {@link ArchiveMode}. Of a conversation that is tagged the other segments are kept; Crisp replaces the list as a whole, so
 * one that somebody else adds in the same moment may be lost.
 *
 * @param inboxId where it is moved to; empty unless it is moved
 */
public record ArchiveConversation(Target target, ArchiveMode mode, String inboxId) implements Command {

    private static final String SEGMENT = "archived";

    static final CommandType TYPE = new CommandType(
            "archive_conversation",
            List.of("archive"),
            CommandType.ON_CONVERSATION,
            fields -> new ArchiveConversation(
                    fields.conversation(),
                    fields.settings().archive(),
                    fields.settings().archiveInboxId()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return switch (mode) {
            case RESOLVE_AND_TAG -> Step.ask(Conversations.meta(target.websiteId(), target.sessionId()), this::tag);
            case MOVE_TO_INBOX ->
                Step.ask(
                        Conversations.changeInbox(target.websiteId(), target.sessionId(), inboxId), moved -> resolve());
            case REMOVE -> RemoveConversation.remove(target);
        };
    }

    private Step tag(Answer<Meta> answer) {
        List<String> segments = answer.data().segments();
        if (segments.contains(SEGMENT)) {
            return resolve();
        }
        List<String> more = new ArrayList<>(segments);
        more.add(SEGMENT);
        return VisitorMeta.write(target, Map.of("segments", more), this::resolve);
    }

    private Step resolve() {
        return StateChange.to(StateChange.RESOLVED, target);
    }
}
