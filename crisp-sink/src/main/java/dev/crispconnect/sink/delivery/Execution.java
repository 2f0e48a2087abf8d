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
import java.util.function.BooleanSupplier;
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

    private static final String WAS_FOUND = "a look-up showed that it was done before";
    private static final String KNOWN_ID = "a command with this id was executed before";

    private final Order order;
    private final Crisp crisp;
    private final Inquiry inquiry;
    private final Attempts attempts;
    private final BiConsumer<Execution, Finished> onEnd;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Throttle.Turn turn = new Throttle.Turn();
    private volatile CompletableFuture<?> onTheWire;

    private Step step;
    private boolean begun;

    /**
     * An execution that is yet to be run.
     *
     * @param laterProof how to prove that a command behind this one in its lane was executed; null when nothing would
     * @param onEnd told once; with null when the execution was dropped
     */
    Execution(Order order, Crisp crisp, Supplier<Step.Lookup<?>> laterProof, BiConsumer<Execution, Finished> onEnd) {
        this.order = order;
        this.crisp = crisp;
        this.inquiry = new Inquiry(order, crisp.observer(), laterProof);
        this.attempts = new Attempts(crisp.time(), crisp.settings());
        this.onEnd = onEnd;
        this.step = order.command().first();
    }

    Order order() {
        return order;
    }

    /** Goes on until there is something to wait for, or nothing left to do. */
    void run() {
        boolean more = true;
        while (more && !over.get()) {
            more = guarded(this::next);
        }
    }

    /** @return whether there is a next step to take now */
    private boolean next() {
        if (!begun) {
            return begin();
        }
        if (step instanceof Step.Ask<?> ask) {
            return advance(ask);
        }
        if (step instanceof Step.Refuse refusal) {
            return end(
                    new Outcome.Refused(Refusal.IMPOSSIBLE, attempts.lastStatus(), refusal.reason(), refusal.advice()));
        }
        Step.Done done = (Step.Done) step;
        return end(
                done.repeated()
                        ? new Outcome.Skipped(attempts.lastStatus(), done, WAS_FOUND)
                        : new Outcome.Delivered(attempts.lastStatus(), done));
    }

    /** Does a part of the work. What it throws ends the execution: on a thread of the client nobody would hear of it. */
    private boolean guarded(BooleanSupplier part) {
        try {
            return part.getAsBoolean();
        } catch (RuntimeException | Error ours) {
            // whatever it is: otherwise the lane would stand still for good
            return end(new Outcome.Fatal(
                    attempts.lastStatus(), "a step of the command failed, which is a fault of this sink", ours));
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
            crisp.observer().knownId();
            return end(new Outcome.Skipped(0, new Step.Done(true, null, null), KNOWN_ID));
        }
        inquiry.begin();
        return true;
    }

    /** @return whether the answer was there at once; if not, it or the timer calls {@link #run} */
    private boolean advance(Step.Ask<?> ask) {
        Duration wait = crisp.gate().pass(turn);
        if (!wait.isZero()) {
            attempts.heldBack(wait);
            crisp.timer().after(wait, this::run);
            return false;
        }
        attempts.called();
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
        return guarded(() -> failure == null ? answered(good.status(), then.apply(good)) : failed(failure));
    }

    private boolean answered(int status, Step next) {
        crisp.gate().answered();
        attempts.answered(status);
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
        attempts.failed(crispFailure);
        if (attempts.doubtsAbsence(crispFailure)) {
            crisp.gate().answered();
            return repeatAfter(crisp.settings().lookupDelay());
        }
        Step.Ask<?> ask = (Step.Ask<?>) step;
        return follow(Verdict.of(crispFailure, ask, inquiry.isLookingUp(), asksOnly()), crispFailure, ask);
    }

    /** @return whether there is a next step to take now */
    private boolean follow(Verdict verdict, CrispException failure, Step.Ask<?> ask) {
        if (verdict instanceof Verdict.Stop stop) {
            return end(stop.outcome());
        }
        if (verdict instanceof Verdict.Refuse refuse) {
            crisp.gate().answered();
            return end(refuse.outcome());
        }
        if (verdict instanceof Verdict.NotFound) {
            inquiry.notFound();
            return answered(attempts.lastStatus(), ask);
        }
        if (verdict instanceof Verdict.GoOn goOn) {
            return answered(attempts.lastStatus(), goOn.next());
        }
        if (verdict instanceof Verdict.Wait wait) {
            crisp.gate().throttled(wait.refusal());
            crisp.observer().repeats(order.command().command());
            return true;
        }
        return repeatLater(failure, ask);
    }

    private boolean repeatLater(CrispException failure, Step.Ask<?> ask) {
        crisp.gate().failed(failure);
        boolean lookFirst = inquiry.failed(ask, failure);
        Duration wait = attempts.backoff(failure);
        if (lookFirst && wait.compareTo(crisp.settings().lookupDelay()) < 0) {
            wait = crisp.settings().lookupDelay();
        }
        if (attempts.areOver(wait)) {
            return end(new Outcome.Refused(
                    Refusal.DEADLINE,
                    attempts.lastStatus(),
                    "not executed within retry.deadline.ms, last because " + failure.getMessage(),
                    !asksOnly() && (inquiry.isOpen() || failure.mayHaveTakenEffect())
                            ? Verdict.LOOK_FIRST
                            : "Send it again when Crisp serves calls."));
        }
        return repeatAfter(wait);
    }

    private boolean repeatAfter(Duration wait) {
        crisp.observer().repeats(order.command().command());
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
            onEnd.accept(
                    this,
                    new Finished(
                            order,
                            outcome,
                            attempts.calls(),
                            attempts.latency(),
                            crisp.time().now()));
        }
        return false;
    }
}
