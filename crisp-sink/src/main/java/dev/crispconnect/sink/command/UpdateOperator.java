package dev.crispconnect.sink.command;

import dev.crispconnect.client.Operators;
import java.util.List;

/**
 * Changes an operator's role or title (Crisp API reference, section 3.12).
 *
 * @param userId the operator
 * @param role null leaves it as it is
 * @param title null leaves it as it is
 *
 * @param userTier whether the token may do this
 */
public record UpdateOperator(Target target, String userId, String role, String title, boolean userTier)
        implements Command {

    static final CommandType TYPE = new CommandType(
            "update_operator",
            List.of(),
            CommandType.COMMON
                    .required("user_id", Kinds.TEXT)
                    .optional("role", Membership.ROLE)
                    .optional("title", Kinds.ANY_TEXT),
            UpdateOperator::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Membership.forUsersOnly(userTier, this::change);
    }

    private Step change() {
        return Step.ask(Operators.changeMembership(target.websiteId(), userId, role, title), changed -> Step.done());
    }

    private static UpdateOperator read(Fields fields) throws Mistake {
        if (!fields.has("role") && !fields.has("title")) {
            throw Mistake.of("nothing to update: give role or title");
        }
        return new UpdateOperator(
                Target.website(fields.websiteId()),
                fields.text("user_id"),
                fields.text("role"),
                fields.text("title"),
                fields.settings().userTier());
    }
}
