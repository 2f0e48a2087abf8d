package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.conversation.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Archives a conversation. Crisp has no archive (Crisp API reference, section 3.7): the conversation gets the segment
 * {@code archived}, by which operators and pipelines can find or hide it, and is resolved. Its other segments are kept;
 * Crisp replaces the list as a whole, so one that somebody else adds in the same moment may be lost.
 */
public record ArchiveConversation(Target target) implements Command {

    private static final String SEGMENT = "archived";

    static final CommandType TYPE = new CommandType(
            "archive_conversation",
            List.of("archive"),
            CommandType.ON_CONVERSATION,
            fields -> new ArchiveConversation(fields.conversation()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(Conversations.meta(target.websiteId(), target.sessionId()), this::tag);
    }

    private Step tag(Answer<Meta> answer) {
        List<String> segments = answer.data().segments();
        if (segments.contains(SEGMENT)) {
            return resolve();
        }
        List<String> more = new ArrayList<>(segments);
        more.add(SEGMENT);
        return Step.ask(
                Conversations.updateMeta(target.websiteId(), target.sessionId(), Map.of("segments", more)),
                tagged -> resolve());
    }

    private Step resolve() {
        return Step.ask(
                Conversations.changeState(target.websiteId(), target.sessionId(), "resolved"),
                answer -> Step.done("resolved"));
    }
}
