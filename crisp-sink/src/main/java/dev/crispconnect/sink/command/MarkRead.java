package dev.crispconnect.sink.command;

import dev.crispconnect.client.Messages;
import java.util.List;
import java.util.Set;

/**
 * Marks messages as read (Crisp API reference, section 3.10).
 *
 * @param from whose messages: {@code user} or {@code operator}
 * @param origin the channel on which they were read
 * @param fingerprints which messages; empty for all
 */
public record MarkRead(Target target, String from, String origin, List<Long> fingerprints) implements Command {

    static final CommandType TYPE = new CommandType(
            "mark_read",
            List.of("read"),
            CommandType.ON_CONVERSATION
                    .optional("from", Kinds.oneOf(Set.of("operator", "user")))
                    .optional("origin", Kinds.ORIGIN)
                    .optional("fingerprints", Kinds.listOf(Kinds.WHOLE)),
            MarkRead::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(
                Messages.markRead(target.websiteId(), target.sessionId(), from, origin, fingerprints),
                marked -> Step.done());
    }

    private static MarkRead read(Fields fields) throws Mistake {
        List<Long> fingerprints = fields.has("fingerprints") ? fields.list("fingerprints") : List.of();
        if (fields.has("fingerprints") && fingerprints.isEmpty()) {
            throw Mistake.of("fingerprints", "empty, leave it out for all messages");
        }
        return new MarkRead(
                fields.conversation(),
                fields.text("from", "user"),
                fields.text("origin", Authors.ORIGIN),
                fingerprints);
    }
}
