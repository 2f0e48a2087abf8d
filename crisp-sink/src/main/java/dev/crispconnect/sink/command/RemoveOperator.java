package dev.crispconnect.sink.command;

import dev.crispconnect.client.Operators;
import java.util.List;

/**
 * Takes an operator off the website (Crisp API reference, section 3.12). One that is gone already is what was asked for.
 *
 * @param userId the operator
 *
 * @param userTier whether the token may do this
 */
public record RemoveOperator(Target target, String userId, boolean userTier) implements Command {

    static final CommandType TYPE = new CommandType(
            "remove_operator",
            List.of(),
            CommandType.COMMON.required("user_id", Kinds.TEXT),
            fields -> new RemoveOperator(
                    Target.website(fields.websiteId()),
                    fields.text("user_id"),
                    fields.settings().userTier()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Membership.forUsersOnly(userTier, this::unlink);
    }

    private Step unlink() {
        return Step.ask(Operators.unlink(target.websiteId(), userId), unlinked -> Step.done())
                .whenMissing(Step::repeated);
    }
}
