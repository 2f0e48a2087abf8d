package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.sink.command.Step;
import java.util.function.Supplier;

/**
 * What one execution does not know of its command, and how it finds out.
 *
 * <p>A command in doubt may have been executed, wholly or in part, before its partition came to this task. It is walked from
 * its first step: what a look-up finds is passed over, and with the first write that was missing the doubt ends, as the
 * steps after it cannot have been reached. A step whose answer was lost is looked up as well, where repeating it could be
 * seen.
 *
 * <p>Used by one thread at a time, like its execution.
 */
final class Inquiry {

    private final Order order;
    private final DeliveryObserver observer;
    private final Supplier<Step.Lookup<?>> laterProof;
    private boolean inDoubt;
    private boolean answerLost;
    private boolean lookingUp;
    private Step.Lookup<?> elsewhere;

    /** @param laterProof how to prove that a command behind this one in its lane was executed; null when nothing would */
    Inquiry(Order order, DeliveryObserver observer, Supplier<Step.Lookup<?>> laterProof) {
        this.order = order;
        this.observer = observer;
        this.laterProof = laterProof;
    }

    /** Begins, with the first step. */
    void begin() {
        inDoubt = order.isInDoubt();
    }

    /** What to look up before a step is sent; null when it is to be sent. */
    Step.Lookup<?> before(Step.Ask<?> ask) {
        Step.Lookup<?> lookup = null;
        if (elsewhere != null) {
            lookup = elsewhere;
        } else if (ask.lookup() != null && (inDoubt || answerLost)) {
            lookup = ask.lookup();
        } else if (ask.lookup() == null && inDoubt && isWrite(ask)) {
            lookup = laterProof.get();
        }
        lookingUp = lookup != null;
        if (lookingUp) {
            observer.looksUp(doubt());
            if (inDoubt) {
                order.progress().doubt().looked();
            }
        }
        return lookup;
    }

    /** A look-up was answered. @return the step after the one that it was for, or that very one when it was not found */
    <T> Step answered(Step.Ask<?> ask, Step.Lookup<T> lookup, Answer<T> answer) {
        Step next = lookup.found().apply(answer);
        if (next != null) {
            return found(ask, lookup, next);
        }
        elsewhere = lookup.elsewhere().apply(answer);
        if (elsewhere == null) {
            notFound();
        }
        return ask;
    }

    private Step found(Step.Ask<?> ask, Step.Lookup<?> lookup, Step next) {
        elsewhere = null;
        observer.found(doubt());
        if (inDoubt) {
            order.progress().doubt().avoided();
        }
        if (ask.lookup() == null) {
            // one behind it in its lane was executed, so its own turn had come before
            return new Step.Done(true, null, null);
        }
        if (inDoubt && lookup.isProof() && order.isNamedByItsPlace()) {
            order.progress().doubt().proven(order.nth());
        }
        answerLost = false;
        return next;
    }

    /** A look-up did not find what it looked for: its step is to be sent. */
    void notFound() {
        observer.notFound(doubt());
        elsewhere = null;
        inDoubt = false;
        answerLost = false;
    }

    /** A step was answered well. */
    void answered(Step.Ask<?> ask) {
        inDoubt &= !isWrite(ask);
        answerLost = false;
    }

    /** A call got no usable answer. @return whether the step is to be looked up before it is repeated */
    boolean failed(Step.Ask<?> ask, CrispException failure) {
        answerLost |= !lookingUp && failure.mayHaveTakenEffect() && ask.lookup() != null;
        return answerLost;
    }

    /** Whether the call on the wire is a look-up. */
    boolean isLookingUp() {
        return lookingUp;
    }

    /** Whether the step may have taken effect already. */
    boolean isOpen() {
        return inDoubt || answerLost;
    }

    private DeliveryObserver.Doubt doubt() {
        return inDoubt ? DeliveryObserver.Doubt.ASSIGNMENT : DeliveryObserver.Doubt.ANSWER;
    }

    private static boolean isWrite(Step.Ask<?> ask) {
        return !ask.call().method().equals("GET");
    }
}
