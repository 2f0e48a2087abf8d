package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.sink.command.Step;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One command on its way through its steps: a call, its answer, the next call, as its {@link Course} says.
 *
 * <p>Driven by one thread at a time: the one that started it, then the one that brings an answer or the timer's, and so on;
 * the client's futures and the timer order what they do. {@link #drop} may be called by any thread: it touches only
 * {@code wire}, which is safe for that.
 */
final class Execution {

    private final Order order;
    private final Crisp crisp;
    private final Attempts attempts;
    private final Course course;
    private final BiConsumer<Execution, Finished> onEnd;
    private final OnTheWire wire = new OnTheWire();
    private final Throttle.Turn turn = new Throttle.Turn();
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
        this.attempts = new Attempts(crisp.time(), crisp.settings());
        this.course = new Course(order, crisp, attempts, laterProof);
        this.onEnd = onEnd;
    }

    Order order() {
        return order;
    }

    /** Goes on until there is something to wait for, or nothing left to do. */
    void run() {
        boolean more = true;
        while (more && !wire.isOver()) {
            more = guarded(this::next);
        }
    }

    /** @return whether there is a next step to take now */
    private boolean next() {
        if (!begun) {
            begun = true;
            return follow(course.begin());
        }
        return course.step() instanceof Step.Ask<?> ask ? advance(ask) : end(course.outcome());
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
        if (wire.end()) {
            wire.cancel();
            onEnd.accept(this, null);
        }
    }

    /** Whether nothing of it is on the wire. */
    boolean isIdle() {
        return wire.isIdle();
    }

    /** @return whether the answer was there at once; if not, it or the timer calls {@link #run} */
    private boolean advance(Step.Ask<?> ask) {
        Duration wait = crisp.gate().pass(turn);
        if (!wait.isZero()) {
            attempts.heldBack(wait);
            return runAfter(wait);
        }
        attempts.called();
        Step.Lookup<?> lookup = course.lookupBefore(ask);
        return lookup == null ? send(ask) : lookUp(ask, lookup);
    }

    private <T> boolean send(Step.Ask<T> ask) {
        return exchange(ask, ask.call(), answer -> course.answered(ask, answer));
    }

    private <T> boolean lookUp(Step.Ask<?> ask, Step.Lookup<T> lookup) {
        return exchange(ask, lookup.call(), answer -> course.answered(ask, lookup, answer));
    }

    private <T> boolean exchange(Step.Ask<?> ask, Call<T> call, Function<Answer<T>, Course.Move> then) {
        CompletableFuture<Answer<T>> answer = crisp.client().submit(call);
        // looping over answers that are there already keeps the stack flat
        if (answer.isDone()) {
            return answer.handle((good, failure) -> took(ask, then, good, failure))
                    .join();
        }
        wire.sent(answer);
        CompletableFuture<?> unused = answer.whenComplete((good, failure) -> {
            if (took(ask, then, good, failure)) {
                run();
            }
        });
        return false;
    }

    /** @return whether there is a next step to take now */
    private <T> boolean took(
            Step.Ask<?> ask, Function<Answer<T>, Course.Move> then, Answer<T> good, Throwable failure) {
        if (wire.isOver()) {
            return false;
        }
        return guarded(() -> failure == null ? follow(then.apply(good)) : failed(ask, failure));
    }

    private boolean failed(Step.Ask<?> ask, Throwable failure) {
        if (failure instanceof CancellationException) {
            drop();
            return false;
        }
        return failure instanceof CrispException crispFailure
                ? follow(course.failed(ask, crispFailure))
                : end(new Outcome.Fatal(0, "a call failed, which is a fault of this sink", failure));
    }

    /** @return whether there is a next step to take now */
    private boolean follow(Course.Move move) {
        if (move instanceof Course.Move.End end) {
            return end(end.outcome());
        }
        return move instanceof Course.Move.Later later ? runAfter(later.after()) : true;
    }

    private boolean runAfter(Duration wait) {
        crisp.timer().after(wait, this::run);
        return false;
    }

    private boolean end(Outcome outcome) {
        if (wire.end()) {
            boolean done = outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Skipped;
            if (done && !course.asksOnly()) {
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
