package dev.crispconnect.sink.command;

import dev.crispconnect.client.Operators;
import java.util.List;

/**
 * Looks one operator up (Crisp API reference, section 3.12). The operator's own token is not even read.
 *
 * @param room how many bytes the response may have
 */
public record GetOperator(Target target, String userId, int room) implements LookUp {

    static final CommandType TYPE = new CommandType(
            "get_operator",
            List.of(),
            CommandType.COMMON.required("user_id", Kinds.TEXT),
            fields -> new GetOperator(Target.website(fields.websiteId()), fields.text("user_id"), fields.room()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(Operators.get(target.websiteId(), userId), found -> ResponseDraft.within(room)
                        .with("operator", found.data())
                        .answer())
                .whenMissing(NotFound::operator);
    }
}
