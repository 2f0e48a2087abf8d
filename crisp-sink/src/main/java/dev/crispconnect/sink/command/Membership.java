package dev.crispconnect.sink.command;

import java.util.Set;
import java.util.function.Supplier;

/** What the commands on operators have in common (Crisp API reference, section 3.12). */
final class Membership {

    static final Kind ROLE = Kinds.oneOf(Set.of("owner", "admin", "member"));

    private Membership() {}

    /** Crisp lets an operator's own session change operators only, so with another token no call is spent on being refused. */
    static Step forUsersOnly(boolean userTier, Supplier<Step> steps) {
        return userTier
                ? steps.get()
                : new Step.Refuse(
                        "only an operator's session may change operators",
                        "Run this command in a connector with a token of the user tier (crisp.token.tier=user).");
    }
}
