package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.OperatorInvitation;
import dev.crispconnect.client.Operators;
import dev.crispconnect.client.operator.Operator;
import java.util.List;
import java.util.Map;

/**
 * Invites an operator (Crisp API reference, section 3.12). Whoever was invited or is an operator is not invited again after a
 * lost answer.
 *
 * @param userTier whether the token may do this
 */
public record InviteOperator(Target target, OperatorInvitation invitation, boolean userTier) implements Command {

    static final CommandType TYPE = new CommandType(
            "invite_operator",
            List.of(),
            CommandType.COMMON
                    .required("email", Kinds.TEXT)
                    .required("role", Membership.ROLE)
                    .required(
                            "verify",
                            Shape.empty().required("method", Kinds.TEXT).required("secret", Kinds.TEXT)),
            InviteOperator::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Membership.forUsersOnly(userTier, this::invite);
    }

    private Step invite() {
        Step.Lookup<?> lookup = new Step.Lookup<>(
                Operators.list(target.websiteId()), listed -> isThere(listed) ? Step.repeated() : null, false);
        return Step.ask(Operators.invite(target.websiteId(), invitation), invited -> Step.done())
                .lookedUpBy(lookup);
    }

    private boolean isThere(Answer<List<Operator>> listed) {
        return listed.data().stream().anyMatch(each -> invitation.email().equalsIgnoreCase(each.email()));
    }

    private static InviteOperator read(Fields fields) throws Mistake {
        Map<String, Object> verify = fields.object("verify");
        OperatorInvitation invitation = new OperatorInvitation(
                fields.text("email"), fields.text("role"), (String) verify.get("method"), (String)
                        verify.get("secret"));
        return new InviteOperator(
                Target.website(fields.websiteId()),
                invitation,
                fields.settings().userTier());
    }
}
