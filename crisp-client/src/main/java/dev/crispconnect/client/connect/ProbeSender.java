package dev.crispconnect.client.connect;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends probes, all of which have to be answered within one span. For one thread. */
final class ProbeSender {

    private final CrispClient client;
    private final Time time;
    private final long deadlineNanos;

    /** @param atMost from now on */
    ProbeSender(CrispClient client, Time time, Duration atMost) {
        this.client = client;
        this.time = time;
        this.deadlineNanos = time.nanoTime() + atMost.toNanos();
    }

    /** Sends and returns at once. */
    Sent send(Probe probe) {
        return new Sent(probe, client.submit(probe.call()));
    }

    /** A probe on its way. */
    final class Sent {

        private final Probe probe;
        private final CompletableFuture<? extends Answer<?>> answer;

        private Sent(Probe probe, CompletableFuture<? extends Answer<?>> answer) {
            this.probe = probe;
            this.answer = answer;
        }

        Probe probe() {
            return probe;
        }

        /**
         * Waits for the answer.
         *
         * @throws CrispException when there was no good one
         * @throws TimeoutException when there was none in time
         */
        Answer<?> await() throws InterruptedException, TimeoutException {
            try {
                return answer.get(Math.max(0, deadlineNanos - time.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof CrispException failure) {
                    throw failure;
                }
                throw new IllegalStateException("a call ended with an undeclared failure", failed.getCause());
            }
        }
    }
}
