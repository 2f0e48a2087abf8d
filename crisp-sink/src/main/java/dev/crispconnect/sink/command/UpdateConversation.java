package dev.crispconnect.sink.command;

import java.util.List;
import java.util.Map;

/**
 * Changes what is known of a conversation's visitor, its subject, segments and data (Crisp API reference, section 4.2).
 *
 * @param meta non-empty
 */
public record UpdateConversation(Target target, Map<String, Object> meta) implements Command {

    static final CommandType TYPE = new CommandType(
            "update_conversation", List.of(), VisitorMeta.in(CommandType.ON_CONVERSATION), UpdateConversation::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return VisitorMeta.write(target, meta, Step::done);
    }

    private static UpdateConversation read(Fields fields) throws Mistake {
        Map<String, Object> meta = VisitorMeta.of(fields);
        if (meta.isEmpty()) {
            throw Mistake.of(
                    "nothing to update: give nickname, email, phone, address, subject, avatar, ip, segments or data");
        }
        return new UpdateConversation(fields.conversation(), meta);
    }
}
