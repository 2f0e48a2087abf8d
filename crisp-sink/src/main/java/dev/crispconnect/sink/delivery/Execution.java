package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.sink.command.Step;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One command on its way through its steps: a call, its answer, the next call; repeated where it failed, and looked up
 * before that where repeating could be seen.
 *
 * <p>Driven by one thread at a time: the one that started it, then the one that brings an answer or the timer's, and so on;
 * the client's futures and the timer order what they do. {@link #drop} may be called by any thread: it touches only
 * {@code over}, which decides who ends the execution, and {@code onTheWire}, which is volatile.
 */
final class Execution {

    /** Crisp accepts messages before they can be read (202): looking one up at once might miss it. */
    private static final Duration SETTLING = Duration.ofMillis(500);

    private static final String LOOK_FIRST = "It may have taken effect: look before sending it again.";

    private final Order order;
    private final Crisp crisp;
    private final BiConsumer<Execution, Finished> onEnd;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile CompletableFuture<?> onTheWire;

    private Step step;
    private boolean inDoubt;
    private int calls;
    private int failuresInARow;
    private int lastStatus;
    private long startedNanos;
    private long deadlineNanos;

    /** @param onEnd told once; with null when the execution was dropped */
    Execution(Order order, Crisp crisp, BiConsumer<Execution, Finished> onEnd) {
        this.order = order;
        this.crisp = crisp;
        this.onEnd = onEnd;
        this.step = order.command().first();
    }

    Order order() {
        return order;
    }

    /** Goes on until there is something to wait for, or nothing left to do. */
    void run() {
        while (!over.get()) {
            if (step instanceof Step.Ask<?> ask) {
                if (!advance(ask)) {
                    return;
                }
            } else if (step instanceof Step.Refuse refusal) {
                end(new Outcome.Refused(lastStatus, refusal.reason(), refusal.advice()));
            } else if (step instanceof Step.Done done) {
                end(done.repeated() ? new Outcome.Skipped(lastStatus, done) : new Outcome.Delivered(lastStatus, done));
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

    /** @return whether the answer was there at once; if not, it or the timer calls {@link #run} */
    private boolean advance(Step.Ask<?> ask) {
        Duration wait = crisp.gate().pass();
        if (!wait.isZero()) {
            deadlineNanos += wait.toNanos();
            crisp.timer().after(wait, this::run);
            return false;
        }
        if (calls++ == 0) {
            startedNanos = crisp.time().nanoTime();
            deadlineNanos = startedNanos + crisp.settings().deadline().toNanos();
        }
        return inDoubt ? lookUp(ask.lookup()) : send(ask);
    }

    private <T> boolean send(Step.Ask<T> ask) {
        return exchange(ask.call(), ask.then());
    }

    private <T> boolean lookUp(Step.Lookup<T> lookup) {
        Step asked = step;
        return exchange(lookup.call(), answer -> {
            Step next = lookup.found().apply(answer);
            return next == null ? asked : next;
        });
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
        inDoubt = false;
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
            return end(new Outcome.Fatal(lastStatus, denied.getMessage(), denied));
        }
        if (isObjectMissing(crispFailure) && (inDoubt || ask.whenMissing() != null)) {
            return answered(lastStatus, inDoubt ? ask : ask.whenMissing().get());
        }
        if (crispFailure instanceof CrispException.Missing || crispFailure instanceof CrispException.Refused) {
            crisp.gate().answered();
            return end(new Outcome.Refused(lastStatus, crispFailure.getMessage(), inDoubt ? LOOK_FIRST : null));
        }
        if (crispFailure instanceof CrispException.Throttled throttled) {
            crisp.gate().throttled(throttled);
            return true;
        }
        return repeatLater(crispFailure, ask);
    }

    /** Without its website nothing can be said of the object: it is neither gone already nor to be made. */
    private static boolean isObjectMissing(CrispException failure) {
        return failure instanceof CrispException.Missing && !failure.reason().equals("website_not_found");
    }

    private boolean repeatLater(CrispException failure, Step.Ask<?> ask) {
        crisp.gate().failed(failure);
        inDoubt |= failure.mayHaveTakenEffect() && ask.lookup() != null;
        Duration wait =
                crisp.settings().backoff().delay(++failuresInARow, crisp.time().fraction(), failure.retryAfter());
        if (inDoubt && wait.compareTo(SETTLING) < 0) {
            wait = SETTLING;
        }
        if (crisp.time().nanoTime() + wait.toNanos() - deadlineNanos > 0) {
            return end(new Outcome.Refused(
                    lastStatus,
                    "not executed within retry.deadline.ms, last because " + failure.getMessage(),
                    inDoubt || failure.mayHaveTakenEffect() ? LOOK_FIRST : "Send it again when Crisp serves calls."));
        }
        crisp.timer().after(wait, this::run);
        return false;
    }

    private boolean end(Outcome outcome) {
        if (over.compareAndSet(false, true)) {
            Duration latency =
                    calls == 0 ? Duration.ZERO : Duration.ofNanos(crisp.time().nanoTime() - startedNanos);
            onEnd.accept(
                    this,
                    new Finished(order, outcome, calls, latency, crisp.time().now()));
        }
        return false;
    }
}
