package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.sink.command.LookUp;
import dev.crispconnect.sink.command.Step;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One command on its way through its steps: a call, its answer, the next call; repeated where it failed, and looked up
 * before that where repeating could be seen.
 *
 * <p>Driven by one thread at a time: the one that started it, then the one that brings an answer or the timer's, and so on;
 * the client's futures and the timer order what they do. {@link #drop} may be called by any thread: it touches only
 * {@code over}, which decides who ends the execution, and {@code onTheWire}, which is volatile.
 */
final class Execution {

    /** Depends on what a look-up asks for, and so says nothing of the next. */
    private static final int NOT_IN_PLAN = 402;

    private static final String WEBSITE_MISSING = "website_not_found";
    private static final String LOOK_FIRST = "It may have taken effect: look before sending it again.";
    private static final String WAS_FOUND = "a look-up showed that it was done before";
    private static final String KNOWN_ID = "a command with this id was executed before";

    private final Order order;
    private final Crisp crisp;
    private final Inquiry inquiry;
    private final BiConsumer<Execution, Finished> onEnd;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Throttle.Turn turn = new Throttle.Turn();
    private volatile CompletableFuture<?> onTheWire;

    private Step step;
    private boolean begun;
    private int calls;
    private int failuresInARow;
    private int lastStatus;
    private long startedNanos;
    private long deadlineNanos;

    /**
     * An execution that is yet to be run.
     *
     * @param laterProof how to prove that a command behind this one in its lane was executed; null when nothing would
     * @param onEnd told once; with null when the execution was dropped
     */
    Execution(Order order, Crisp crisp, Supplier<Step.Lookup<?>> laterProof, BiConsumer<Execution, Finished> onEnd) {
        this.order = order;
        this.crisp = crisp;
        this.inquiry = new Inquiry(order, laterProof);
        this.onEnd = onEnd;
        this.step = order.command().first();
    }

    Order order() {
        return order;
    }

    /** Goes on until there is something to wait for, or nothing left to do. */
    void run() {
        while (!over.get()) {
            if (!begun) {
                if (!begin()) {
                    return;
                }
            } else if (step instanceof Step.Ask<?> ask) {
                if (!advance(ask)) {
                    return;
                }
            } else if (step instanceof Step.Refuse refusal) {
                end(new Outcome.Refused(lastStatus, refusal.reason(), refusal.advice()));
            } else if (step instanceof Step.Done done) {
                end(
                        done.repeated()
                                ? new Outcome.Skipped(lastStatus, done, WAS_FOUND)
                                : new Outcome.Delivered(lastStatus, done));
            }
        }
    }

    /** Ends it without an outcome and cancels what is on the wire. */
    void drop() {
        if (over.compareAndSet(false, true)) {
            CompletableFuture<?> call = onTheWire;
            if (call != null) {
                call.cancel(true);
            }
            onEnd.accept(this, null);
        }
    }

    /** Whether nothing of it is on the wire. */
    boolean isIdle() {
        CompletableFuture<?> call = onTheWire;
        return call == null || call.isDone();
    }

    /** @return whether it can go on; if not, it has ended */
    private boolean begin() {
        begun = true;
        if (asksOnly()) {
            // has no effect that could be doubled, and each is to be answered
            return true;
        }
        if (crisp.executed().contains(order)) {
            return end(new Outcome.Skipped(0, new Step.Done(true, null, null), KNOWN_ID));
        }
        inquiry.begin();
        return true;
    }

    /** @return whether the answer was there at once; if not, it or the timer calls {@link #run} */
    private boolean advance(Step.Ask<?> ask) {
        Duration wait = crisp.gate().pass(turn);
        if (!wait.isZero()) {
            deadlineNanos += wait.toNanos();
            crisp.timer().after(wait, this::run);
            return false;
        }
        if (calls++ == 0) {
            startedNanos = crisp.time().nanoTime();
            deadlineNanos = startedNanos + crisp.settings().deadline().toNanos();
        }
        Step.Lookup<?> lookup = inquiry.before(ask);
        return lookup == null ? send(ask) : lookUp(ask, lookup);
    }

    private <T> boolean send(Step.Ask<T> ask) {
        return exchange(ask.call(), answer -> {
            inquiry.answered(ask);
            return ask.then().apply(answer);
        });
    }

    private <T> boolean lookUp(Step.Ask<?> ask, Step.Lookup<T> lookup) {
        return exchange(lookup.call(), answer -> inquiry.answered(ask, lookup, answer));
    }

    private <T> boolean exchange(Call<T> call, Function<Answer<T>, Step> then) {
        CompletableFuture<Answer<T>> answer = crisp.client().submit(call);
        // looping over answers that are there already keeps the stack flat
        if (answer.isDone()) {
            return answer.handle((good, failure) -> took(then, good, failure)).join();
        }
        onTheWire = answer;
        if (over.get()) {
            // dropped between our look and the call
            answer.cancel(true);
        }
        CompletableFuture<?> unused = answer.whenComplete((good, failure) -> {
            if (took(then, good, failure)) {
                run();
            }
        });
        return false;
    }

    /** @return whether there is a next step to take now */
    private <T> boolean took(Function<Answer<T>, Step> then, Answer<T> good, Throwable failure) {
        if (over.get()) {
            return false;
        }
        try {
            return failure == null ? answered(good.status(), then.apply(good)) : failed(failure);
        } catch (RuntimeException ours) {
            // on a thread of the client nobody else would ever hear of it, and the lane would stand still
            return end(
                    new Outcome.Fatal(lastStatus, "a step of the command failed, which is a fault of this sink", ours));
        }
    }

    private boolean answered(int status, Step next) {
        crisp.gate().answered();
        lastStatus = status;
        failuresInARow = 0;
        step = next;
        return true;
    }

    private boolean failed(Throwable failure) {
        if (failure instanceof CancellationException) {
            drop();
            return false;
        }
        if (!(failure instanceof CrispException crispFailure)) {
            return end(new Outcome.Fatal(0, "a call failed, which is a fault of this sink", failure));
        }
        lastStatus = crispFailure.status();
        Step.Ask<?> ask = (Step.Ask<?>) step;
        if (crispFailure instanceof CrispException.Denied denied) {
            if (denied.status() == NOT_IN_PLAN && asksOnly()) {
                crisp.gate().answered();
                return end(new Outcome.Refused(
                        NOT_IN_PLAN,
                        "the workspace's plan does not include what was asked for: HTTP 402 " + denied.reason(),
                        "Ask without filters and search, or upgrade the plan."));
            }
            return end(new Outcome.Fatal(lastStatus, denied.getMessage(), denied));
        }
        if (isObjectMissing(crispFailure) && inquiry.isLookingUp()) {
            inquiry.notFound();
            return answered(lastStatus, ask);
        }
        if (isObjectMissing(crispFailure) && ask.whenMissing() != null) {
            return answered(lastStatus, ask.whenMissing().get());
        }
        if (crispFailure instanceof CrispException.Missing || crispFailure instanceof CrispException.Refused) {
            crisp.gate().answered();
            return end(new Outcome.Refused(
                    lastStatus, crispFailure.getMessage(), inquiry.isLookingUp() ? LOOK_FIRST : null));
        }
        if (crispFailure instanceof CrispException.Throttled throttled) {
            crisp.gate().throttled(throttled);
            return true;
        }
        return repeatLater(crispFailure, ask);
    }

    /** Without its website nothing can be said of an object: it is neither gone already nor to be made. */
    private boolean isObjectMissing(CrispException failure) {
        return failure instanceof CrispException.Missing
                && (asksOnly() || !failure.reason().equals(WEBSITE_MISSING));
    }

    private boolean repeatLater(CrispException failure, Step.Ask<?> ask) {
        crisp.gate().failed(failure);
        boolean lookFirst = inquiry.failed(ask, failure);
        Duration wait =
                crisp.settings().backoff().delay(++failuresInARow, crisp.time().fraction(), failure.retryAfter());
        if (lookFirst && wait.compareTo(crisp.settings().lookupDelay()) < 0) {
            wait = crisp.settings().lookupDelay();
        }
        if (crisp.time().nanoTime() + wait.toNanos() - deadlineNanos > 0) {
            return end(new Outcome.Refused(
                    lastStatus,
                    "not executed within retry.deadline.ms, last because " + failure.getMessage(),
                    !asksOnly() && (inquiry.isOpen() || failure.mayHaveTakenEffect())
                            ? LOOK_FIRST
                            : "Send it again when Crisp serves calls."));
        }
        crisp.timer().after(wait, this::run);
        return false;
    }

    private boolean asksOnly() {
        return order.command().command() instanceof LookUp;
    }

    private boolean end(Outcome outcome) {
        if (over.compareAndSet(false, true)) {
            boolean done = outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Skipped;
            if (done && !asksOnly()) {
                crisp.executed().add(order);
            }
            Duration latency =
                    calls == 0 ? Duration.ZERO : Duration.ofNanos(crisp.time().nanoTime() - startedNanos);
            onEnd.accept(
                    this,
                    new Finished(order, outcome, calls, latency, crisp.time().now()));
        }
        return false;
    }
}
