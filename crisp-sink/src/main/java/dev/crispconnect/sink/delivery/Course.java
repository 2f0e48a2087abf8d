package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.sink.command.LookUp;
import dev.crispconnect.sink.command.Step;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How one command goes on: which step is next, what to look up before it, when to repeat it, how it ends. It sends nothing
 * and waits for nothing.
 *
 * <p>Used by one thread at a time, like its execution.
 */
final class Course {

    private static final String WAS_FOUND = "a look-up showed that it was done before";
    private static final String KNOWN_ID = "a command with this id was executed before";

    private final Order order;
    private final Crisp crisp;
    private final Inquiry inquiry;
    private final Attempts attempts;
    private Step step;

    /** @param laterProof how to prove that a command behind this one in its lane was executed; null when nothing would */
    Course(Order order, Crisp crisp, Attempts attempts, Supplier<Step.Lookup<?>> laterProof) {
        this.order = order;
        this.crisp = crisp;
        this.attempts = attempts;
        this.inquiry = new Inquiry(order, crisp.observer(), laterProof);
        this.step = order.command().first();
    }

    /** What to do now. */
    sealed interface Move {

        /** Take the step that is next. */
        record GoOn() implements Move {}

        /** Take the step that is next, but not now. */
        record Later(Duration after) implements Move {}

        record End(Outcome outcome) implements Move {}
    }

    private static final Move GO_ON = new Move.GoOn();

    /** Before the first step. */
    Move begin() {
        if (asksOnly()) {
            // has no effect that could be doubled, and each is to be answered
            return GO_ON;
        }
        if (crisp.executed().contains(order)) {
            crisp.observer().knownId();
            return new Move.End(new Outcome.Skipped(0, new Step.Done(true, null, null), KNOWN_ID));
        }
        inquiry.begin();
        return GO_ON;
    }

    /** The step that is next. */
    Step step() {
        return step;
    }

    /** A step that is no call ends the command. */
    Outcome outcome() {
        if (step instanceof Step.Refuse refusal) {
            return new Outcome.Refused(Refusal.IMPOSSIBLE, attempts.lastStatus(), refusal.reason(), refusal.advice());
        }
        Step.Done done = (Step.Done) step;
        return done.repeated()
                ? new Outcome.Skipped(attempts.lastStatus(), done, WAS_FOUND)
                : new Outcome.Delivered(attempts.lastStatus(), done);
    }

    /** What to look up before the step is sent; null when it is to be sent. */
    Step.Lookup<?> lookupBefore(Step.Ask<?> ask) {
        return inquiry.before(ask);
    }

    /** A step was answered well. */
    <T> Move answered(Step.Ask<T> ask, Answer<T> answer) {
        inquiry.answered(ask);
        return goOn(answer.status(), ask.then().apply(answer));
    }

    /** The look-up before a step was answered well. */
    <T> Move answered(Step.Ask<?> ask, Step.Lookup<T> lookup, Answer<T> answer) {
        return goOn(answer.status(), inquiry.answered(ask, lookup, answer));
    }

    private Move goOn(int status, Step next) {
        crisp.gate().answered();
        attempts.answered(status);
        step = next;
        return GO_ON;
    }

    /** A call, be it the step's or its look-up's, was not answered well. */
    Move failed(Step.Ask<?> ask, CrispException failure) {
        attempts.failed(failure);
        if (attempts.doubtsAbsence(failure)) {
            crisp.gate().answered();
            return repeatAfter(crisp.settings().lookupDelay());
        }
        Verdict verdict = Verdict.of(failure, ask, inquiry.isLookingUp(), asksOnly());
        if (verdict instanceof Verdict.Stop stop) {
            return new Move.End(stop.outcome());
        }
        if (verdict instanceof Verdict.Refuse refuse) {
            crisp.gate().answered();
            return new Move.End(refuse.outcome());
        }
        if (verdict instanceof Verdict.NotFound) {
            inquiry.notFound();
            return goOn(attempts.lastStatus(), ask);
        }
        if (verdict instanceof Verdict.GoOn goOn) {
            return goOn(attempts.lastStatus(), goOn.next());
        }
        if (verdict instanceof Verdict.Wait wait) {
            crisp.gate().throttled(wait.refusal());
            crisp.observer().repeats(order.command().command());
            return GO_ON;
        }
        return repeatLater(ask, failure);
    }

    private Move repeatLater(Step.Ask<?> ask, CrispException failure) {
        crisp.gate().failed(failure);
        boolean lookFirst = inquiry.failed(ask, failure);
        Duration wait = attempts.backoff(failure);
        if (lookFirst && wait.compareTo(crisp.settings().lookupDelay()) < 0) {
            wait = crisp.settings().lookupDelay();
        }
        if (attempts.areOver(wait)) {
            return new Move.End(new Outcome.Refused(
                    Refusal.DEADLINE,
                    attempts.lastStatus(),
                    "not executed within retry.deadline.ms, last because " + failure.getMessage(),
                    !asksOnly() && (inquiry.isOpen() || failure.mayHaveTakenEffect())
                            ? Verdict.LOOK_FIRST
                            : "Send it again when Crisp serves calls."));
        }
        return repeatAfter(wait);
    }

    private Move repeatAfter(Duration wait) {
        crisp.observer().repeats(order.command().command());
        return new Move.Later(wait);
    }

    /** Whether the command changes nothing and wants an answer only. */
    boolean asksOnly() {
        return order.command().command() instanceof LookUp;
    }
}
