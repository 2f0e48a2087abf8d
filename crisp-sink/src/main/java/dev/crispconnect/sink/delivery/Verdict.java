package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.sink.command.Step;

/** What a failed call means for its command (Crisp API reference, section 1.6). Pure. */
sealed interface Verdict {

    /** It may have taken effect although nobody knows. */
    String LOOK_FIRST = "It may have taken effect: look before sending it again.";

    /** Depends on what a look-up asks for, and so says nothing of the next. */
    int NOT_IN_PLAN = 402;

    String WEBSITE_MISSING = "website_not_found";

    /** Every such command would fail: the token, its scopes, the plan or the subscription. */
    record Stop(Outcome.Fatal outcome) implements Verdict {}

    /** This command will not be done. */
    record Refuse(Outcome.Refused outcome) implements Verdict {}

    /** The look-up did not find what it looked for. */
    record NotFound() implements Verdict {}

    /** What the path names does not exist, for which the command has a step. */
    record GoOn(Step next) implements Verdict {}

    /** Crisp throttles the token. */
    record Wait(CrispException.Throttled refusal) implements Verdict {}

    /** It was not served, which passes. */
    record Repeat() implements Verdict {}

    /**
     * Judges a failure.
     *
     * @param ask the step that failed, or that a look-up failed for
     * @param lookingUp whether the call was such a look-up
     * @param asksOnly whether the command has no effect and wants an answer only
     */
    static Verdict of(CrispException failure, Step.Ask<?> ask, boolean lookingUp, boolean asksOnly) {
        int status = failure.status();
        if (failure instanceof CrispException.Denied) {
            return status == NOT_IN_PLAN && asksOnly
                    ? new Refuse(notInPlan(failure))
                    : new Stop(new Outcome.Fatal(status, failure.getMessage(), failure));
        }
        boolean missing = isObjectMissing(failure, asksOnly);
        if (missing && lookingUp) {
            return new NotFound();
        }
        if (missing && ask.whenMissing() != null) {
            return new GoOn(ask.whenMissing().get());
        }
        if (failure instanceof CrispException.Missing || failure instanceof CrispException.Refused) {
            Refusal kind = failure instanceof CrispException.Missing ? Refusal.MISSING : Refusal.REQUEST;
            return new Refuse(new Outcome.Refused(kind, status, failure.getMessage(), lookingUp ? LOOK_FIRST : null));
        }
        return failure instanceof CrispException.Throttled throttled ? new Wait(throttled) : new Repeat();
    }

    private static Outcome.Refused notInPlan(CrispException failure) {
        return new Outcome.Refused(
                Refusal.PLAN,
                NOT_IN_PLAN,
                "the workspace's plan does not include what was asked for: HTTP 402 " + failure.reason(),
                "Ask without filters and search, or upgrade the plan.");
    }

    /** Without its website nothing can be said of an object: it is neither gone already nor to be made. */
    private static boolean isObjectMissing(CrispException failure, boolean asksOnly) {
        return failure instanceof CrispException.Missing
                && (asksOnly || !failure.reason().equals(WEBSITE_MISSING));
    }
}
