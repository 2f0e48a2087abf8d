package dev.crispconnect.client;

import static dev.crispconnect.client.WireServer.envelope;
import static dev.crispconnect.client.WireServer.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.client.WireServer.Then;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many calls at once, and calls that are given up. */
@Timeout(60)
class InFlightTest {

    private static final WireServer.Reaction ACCOUNT = envelope(200, "resolved", "{\"plugin_id\":\"p\"}");

    @Test
    void hundredsOfCallsAreOnTheWireTogether() throws Exception {
        // Given a server that answers nobody before all have asked
        int calls = 300;
        CountDownLatch asked = new CountDownLatch(calls);
        try (WireServer server = WireServer.scripted(request -> {
                    asked.countDown();
                    awaitQuietly(asked);
                    return ACCOUNT;
                });
                CrispClient client = Clients.open(server.url(), Clients.PATIENT, calls)) {
            // When they are submitted
            List<CompletableFuture<Answer<String>>> answers = IntStream.range(0, calls)
                    .mapToObj(i -> client.submit(Plugins.connectAccount()))
                    .toList();

            // Then all are answered, and their connections are kept for the next calls
            for (CompletableFuture<Answer<String>> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS).data()).isEqualTo("p");
            }
            client.execute(Plugins.connectAccount());
            assertThat(server.connectionCount()).isEqualTo(calls);
        }
    }

    @Test
    void noMoreCallsThanAllowedAreOnTheWire() throws Exception {
        // Given a server that answers three calls at a time, and only when three are there
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);
        try (WireServer server = WireServer.scripted(request -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    awaitQuietly(three);
                    now.decrementAndGet();
                    return ACCOUNT;
                });
                CrispClient client = Clients.open(server.url(), Clients.PATIENT, 3)) {
            List<CompletableFuture<Answer<String>>> answers = IntStream.range(0, 60)
                    .mapToObj(i -> client.submit(Plugins.connectAccount()))
                    .toList();
            for (CompletableFuture<Answer<String>> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
            }

            assertThat(most).hasValue(3);
            assertThat(server.connectionCount()).isEqualTo(3);
        }
    }

    @Test
    void submittingDoesNotWaitForTheAnswer() throws Exception {
        try (WireServer server = WireServer.answering(raw("", Then.STALL));
                CrispClient client = Clients.open(server.url())) {
            assertThat(client.submit(Plugins.connectAccount())).isNotDone();
        }
    }

    @Test
    void aFailureIsTheFuturesOwnAndNotWrapped() throws Exception {
        try (WireServer server = WireServer.answering(envelope(429, "rate_limited", "{}"));
                CrispClient client = Clients.open(server.url())) {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            client.submit(Plugins.connectAccount())
                    .whenComplete((answer, failed) -> failure.set(failed))
                    .exceptionally(failed -> null)
                    .get(20, TimeUnit.SECONDS);

            assertThat(failure.get()).isInstanceOf(CrispException.Throttled.class);
        }
    }

    @Test
    void cancellingTheFutureCutsTheCall() throws Exception {
        // Given one call allowed at a time, and a server that does not answer the first
        try (WireServer server = WireServer.answering(raw("", Then.STALL), ACCOUNT);
                CrispClient client = Clients.open(server.url(), Clients.PATIENT, 1)) {
            CompletableFuture<Answer<String>> stalled = client.submit(Plugins.connectAccount());
            await().until(() -> server.seen().size() == 1);

            // When it is cancelled
            stalled.cancel(true);

            // Then the wire is free for the next
            assertThat(client.execute(Plugins.connectAccount()).data()).isEqualTo("p");
            assertThat(stalled).isCancelled();
        }
    }

    @Test
    void interruptingTheCallerCutsTheCall() throws Exception {
        try (WireServer server = WireServer.answering(raw("", Then.STALL), ACCOUNT);
                CrispClient client = Clients.open(server.url(), Clients.PATIENT, 1)) {
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                try {
                    client.execute(Plugins.connectAccount());
                } catch (InterruptedException interrupted) {
                    ended.complete(interrupted);
                }
            });
            caller.start();
            await().until(() -> server.seen().size() == 1);

            caller.interrupt();

            assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(client.execute(Plugins.connectAccount()).data()).isEqualTo("p");
        }
    }

    @Test
    void closingEndsTheCallsInFlightAndThoseQueued() throws Exception {
        try (WireServer server = WireServer.answering(raw("", Then.STALL))) {
            CrispClient client = Clients.open(server.url(), Clients.PATIENT, 1);
            CompletableFuture<Answer<String>> running = client.submit(Plugins.connectAccount());
            CompletableFuture<Answer<String>> queued = client.submit(Plugins.connectAccount());
            await().until(() -> server.seen().size() == 1);

            client.close();
            client.close();

            assertThat(failureOf(running).mayHaveTakenEffect()).isTrue();
            assertThat(failureOf(queued).mayHaveTakenEffect()).isFalse();
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void aClosedClientRefusesWithoutSending() throws Exception {
        try (WireServer server = WireServer.answering(ACCOUNT)) {
            CrispClient client = Clients.open(server.url());
            client.close();

            assertThat(failureOf(client.submit(Plugins.connectAccount())).mayHaveTakenEffect())
                    .isFalse();
            assertThatThrownBy(() -> client.execute(Plugins.connectAccount()))
                    .isInstanceOf(CrispException.Unreachable.class);
            assertThat(server.seen()).isEmpty();
        }
    }

    private static CrispException.Unreachable failureOf(CompletableFuture<Answer<String>> future) {
        try {
            throw new AssertionError("answered: " + future.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            return (CrispException.Unreachable) failed.getCause();
        } catch (InterruptedException | TimeoutException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void awaitQuietly(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (BrokenBarrierException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
