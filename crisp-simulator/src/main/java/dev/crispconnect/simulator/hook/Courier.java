package dev.crispconnect.simulator.hook;

import dev.crispconnect.simulator.switches.HookSwitch;
import dev.crispconnect.simulator.switches.HookSwitch.Order;
import dev.crispconnect.simulator.switches.Switches;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends deliveries, again where they failed. One daemon thread, on which everything happens and which waits for no answer:
 * HTTP and pauses are asynchronous.
 */
final class Courier implements AutoCloseable {

    /** How many deliveries to one hook are under way at most when their order is not kept. */
    private static final int AT_ONCE = 64;

    private final Switches switches;
    private final InstantSource clock;
    private final Consumer<Attempt> log;
    private final Map<Hook, HookQueue> queues = new HashMap<>();
    private final Set<Runnable> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Courier::daemon);
    private volatile HttpClient http;

    Courier(Switches switches, InstantSource clock, Consumer<Attempt> log) {
        this.switches = switches;
        this.clock = clock;
        this.log = log;
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Sends it when its turn has come. Returns at once. */
    void take(Delivery delivery) {
        onThread(() -> enqueue(delivery));
    }

    /** Sends nothing more, and ends what is under way without waiting for an answer. */
    @Override
    public void close() {
        thread.shutdownNow();
        underWay.forEach(Runnable::run);
        http = null;
    }

    private void enqueue(Delivery delivery) {
        HookQueue queue = queues.computeIfAbsent(delivery.hook(), hook -> new HookQueue());
        if (!queue.offer(delivery)) {
            log.accept(over(delivery, clock.instant(), 0, true));
        }
        sendNext(queue);
    }

    private void sendNext(HookQueue queue) {
        int atOnce = switches.get(HookSwitch.ORDER) == Order.IN_ORDER ? 1 : AT_ONCE;
        for (Delivery next = queue.next(atOnce); next != null; next = queue.next(atOnce)) {
            attempt(next, () -> {
                queue.free();
                sendNext(queue);
            });
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // how it ends is told to the stage itself
    private void attempt(Delivery delivery, Runnable whenOver) {
        Instant now = clock.instant();
        int limit = switches.get(HookSwitch.ATTEMPTS);
        CompletableFuture<HttpResponse<Void>> sending = sending(delivery, now, limit);
        Runnable end = () -> sending.cancel(true);
        underWay.add(end);
        ScheduledFuture<?> patience = after(switches.get(HookSwitch.TIMEOUT), end);
        sending.whenCompleteAsync(
                (response, failure) -> {
                    patience.cancel(false);
                    underWay.remove(end);
                    ended(delivery, now, status(response), limit);
                    whenOver.run();
                },
                this::onThread);
    }

    private CompletableFuture<HttpResponse<Void>> sending(Delivery delivery, Instant now, int limit) {
        HttpClient client = http;
        if (client == null) {
            // the JDK ends a client's thread when nobody knows the client any more: its executor must not
            ScheduledThreadPoolExecutor executor = thread;
            client = HttpClient.newBuilder()
                    .executor(work -> handOver(executor, work))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            http = client;
        }
        try {
            return client.sendAsync(delivery.request(now, limit), BodyHandlers.discarding());
        } catch (IllegalArgumentException unsendable) {
            return CompletableFuture.failedFuture(unsendable);
        }
    }

    /** To the end of the body: the timeout of a request of the JDK ends at its head. */
    private ScheduledFuture<?> after(Duration timeout, Runnable end) {
        return thread.schedule(end, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a pause ends by itself
    private void ended(Delivery delivery, Instant sent, int status, int limit) {
        boolean again = !Attempt.delivered(status) && delivery.attempt() < limit;
        log.accept(over(delivery, sent, status, !again));
        if (again) {
            long pause = switches.get(HookSwitch.RETRY_DELAY).toMillis();
            thread.schedule(() -> attempt(delivery.next(), () -> {}), pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Events, and the end of what was under way, may come when everything is closed. */
    private void onThread(Runnable work) {
        handOver(thread, work);
    }

    private static void handOver(Executor executor, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException closed) {
            return;
        }
    }

    private static int status(HttpResponse<Void> response) {
        return response == null ? 0 : response.statusCode();
    }

    private static Attempt over(Delivery delivery, Instant sent, int status, boolean last) {
        return new Attempt(sent, delivery.hook().origin(), delivery.event().name(), delivery.attempt(), status, last);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "hook-courier");
        thread.setDaemon(true);
        return thread;
    }
}
