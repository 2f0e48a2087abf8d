package dev.crispconnect.sink.command;

import dev.crispconnect.client.Operators;
import dev.crispconnect.client.operator.Operator;
import java.util.List;

/**
 * Looks all operators up, invitations among them (Crisp API reference, section 3.12). Their own tokens are not even read.
 *
 * @param room how many bytes the response may have
 */
public record ListOperators(Target target, int room) implements LookUp {

    static final CommandType TYPE = new CommandType(
            "list_operators",
            List.of(),
            CommandType.COMMON,
            fields -> new ListOperators(Target.website(fields.websiteId()), fields.room()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(Operators.list(target.websiteId()), found -> answered(found.data()))
                .whenMissing(NotFound::website);
    }

    private Step answered(List<Operator> operators) {
        ResponseDraft draft = ResponseDraft.within(room);
        ResponseList list = draft.list(Integer.MAX_VALUE).plus(operators);
        return draft.with("operators", list.elements(), list.cut()).answer();
    }
}
