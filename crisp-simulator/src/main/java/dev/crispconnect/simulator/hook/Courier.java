package dev.crispconnect.simulator.hook;

import dev.crispconnect.simulator.switches.HookSwitch;
import dev.crispconnect.simulator.switches.HookSwitch.Order;
import dev.crispconnect.simulator.switches.Switches;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends deliveries, again where they failed. One daemon thread, on which everything happens and which waits for no answer:
 * HTTP and pauses are asynchronous.
 */
final class Courier implements AutoCloseable {

    private final Switches switches;
    private final InstantSource clock;
    private final Consumer<Attempt> log;
    private final Map<Hook, HookQueue> queues = new HashMap<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Courier::daemon);
    private final HttpClient http = HttpClient.newBuilder()
            .executor(thread)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Courier(Switches switches, InstantSource clock, Consumer<Attempt> log) {
        this.switches = switches;
        this.clock = clock;
        this.log = log;
    }

    /** Sends it when its turn has come. Returns at once. */
    void take(Delivery delivery) {
        thread.execute(() -> {
            if (switches.get(HookSwitch.ORDER) == Order.AT_ONCE) {
                attempt(delivery, () -> {});
            } else {
                enqueue(delivery);
            }
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void enqueue(Delivery delivery) {
        HookQueue queue = queues.computeIfAbsent(delivery.hook(), hook -> new HookQueue());
        if (!queue.offer(delivery)) {
            log.accept(over(delivery, clock.instant(), 0, true));
        }
        sendNext(queue);
    }

    private void sendNext(HookQueue queue) {
        Delivery next = queue.next();
        if (next != null) {
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
        var request = delivery.request(now, limit, switches.get(HookSwitch.TIMEOUT));
        http.sendAsync(request, BodyHandlers.discarding())
                .whenCompleteAsync(
                        (response, failure) -> {
                            end(delivery, now, status(response), limit);
                            whenOver.run();
                        },
                        this::onThread);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a pause ends by itself
    private void end(Delivery delivery, Instant sent, int status, int limit) {
        boolean again = !Attempt.delivered(status) && delivery.attempt() < limit;
        log.accept(over(delivery, sent, status, !again));
        if (again) {
            long pause = switches.get(HookSwitch.RETRY_DELAY).toMillis();
            thread.schedule(() -> attempt(delivery.next(), () -> {}), pause, TimeUnit.MILLISECONDS);
        }
    }

    /** The answer to the last attempt may come when everything is closed. */
    private void onThread(Runnable work) {
        try {
            thread.execute(work);
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
