package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Backoff;
import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LanesPropertiesTest {

    private final ManualTime time = new ManualTime();
    private final ManualTimer timer = new ManualTimer(time);
    private final FakeCrisp crisp = new FakeCrisp();
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final Orders orders = new Orders();

    private Lanes lanes(int maxInFlight) {
        return new Lanes(
                crisp,
                timer,
                time,
                new DeliverySettings(
                        maxInFlight,
                        Duration.ofMinutes(10),
                        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)),
                        Duration.ofMillis(500),
                        500,
                        10,
                        new Allowance(0, 0)),
                DeliveryObserver.none(),
                finished::add);
    }

    private static String session(Order order) {
        return order.command().command().target().sessionId();
    }

    /** Answers come in any order, some of them failures; some commands are added meanwhile. */
    @Property(tries = 200)
    void commandsOfALaneEndInTheirOrderAndNeverTooManyAreInFlight(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int commands,
            @ForAll @IntRange(min = 1, max = 8) int conversations,
            @ForAll @IntRange(min = 1, max = 6) int maxInFlight) {
        finished.clear(); // jqwik keeps the instance between tries
        Random random = new Random(seed);
        Lanes lanes = lanes(maxInFlight);
        List<FakeCrisp.Sent<?>> open = new ArrayList<>();
        crisp.script(open::add);
        List<Order> all = IntStream.range(0, commands)
                .mapToObj(i -> orders.resolve("s" + random.nextInt(conversations)))
                .toList();
        int added = 0;

        while (finished.size() < commands) {
            if (added < commands && random.nextBoolean()) {
                int more = Math.min(commands, added + 1 + random.nextInt(10));
                lanes.add(all.subList(added, more));
                added = more;
            }
            assertThat(open).hasSizeLessThanOrEqualTo(maxInFlight);
            assertThat(open).extracting(FakeCrisp.Sent::path).doesNotHaveDuplicates();
            if (!open.isEmpty()) {
                answer(open.remove(random.nextInt(open.size())), random.nextInt(10));
            }
            if (open.isEmpty()) {
                timer.advance(Duration.ofSeconds(1));
            }
        }

        assertThat(bySession(finished.stream().map(Finished::order).toList())).isEqualTo(bySession(all));
    }

    private static void answer(FakeCrisp.Sent<?> call, int how) {
        switch (how) {
            case 0 -> call.unavailable(503);
            case 1 -> call.lost();
            case 2 -> call.throttled(Duration.ofMillis(300));
            case 3 -> call.refused();
            default -> call.ok();
        }
    }

    private static Map<String, List<Long>> bySession(List<Order> orders) {
        Map<String, List<Long>> offsets = new HashMap<>();
        for (Order order : orders) {
            offsets.computeIfAbsent(session(order), session -> new ArrayList<>())
                    .add(order.at().offset());
        }
        return offsets;
    }

    @Test
    void answersOfManyThreadsLoseNothingAndKeepTheOrder() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Lanes lanes = lanes(16);
            crisp.script(call -> threads.execute(call::ok));
            List<Order> all = IntStream.range(0, 20_000)
                    .mapToObj(i -> orders.resolve("s" + i % 97))
                    .toList();

            for (int from = 0; from < all.size(); from += 500) {
                lanes.add(all.subList(from, from + 500));
            }
            Awaitility.await().until(() -> {
                timer.advance(Duration.ofMillis(1));
                return finished.size() == all.size();
            });

            assertThat(bySession(finished.stream().map(Finished::order).toList()))
                    .isEqualTo(bySession(all));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void answersThatAreThereAtOnceDoNotGrowTheStackNorHoldTheCaller() {
        Lanes lanes = lanes(10);
        crisp.script(FakeCrisp.Sent::ok);
        List<Order> all =
                IntStream.range(0, 50_000).mapToObj(i -> orders.resolve("s1")).toList();

        lanes.add(all);
        assertThat(finished).hasSize(10);

        timer.advance(Duration.ofSeconds(1));
        assertThat(finished).hasSize(50_000);
    }

    @Test
    void whatIsDroppedIsCancelledAndItsLaneGoesOnWithTheOthers() throws InterruptedException {
        Lanes lanes = lanes(10);
        Orders lost = new Orders();
        Order inFlight = lost.resolve("s1");
        Order kept = orders.resolve("s1");
        lanes.add(List.of(inFlight, lost.resolve("s1"), kept));

        lanes.drop(order -> order.progress() == inFlight.progress(), Duration.ZERO);

        assertThat(crisp.sent().get(0).isCancelled()).isTrue();
        crisp.last().ok();
        assertThat(finished).extracting(Finished::order).containsExactly(kept);
    }

    @Test
    void whatIsDroppedWhileItWaitsForARepetitionDoesNotHoldItsLane() throws InterruptedException {
        Lanes lanes = lanes(10);
        Orders lost = new Orders();
        Order waiting = lost.resolve("s1");
        Order kept = orders.resolve("s1");
        lanes.add(List.of(waiting, kept));
        crisp.last().unavailable(503);

        lanes.drop(order -> order.progress() == waiting.progress(), Duration.ZERO);
        crisp.last().ok();
        timer.advance(Duration.ofSeconds(10));

        assertThat(crisp.sent()).hasSize(2);
        assertThat(finished).extracting(Finished::order).containsExactly(kept);
    }

    @Test
    void nothingIsStartedAfterAHalt() {
        Lanes lanes = lanes(1);
        lanes.add(List.of(orders.resolve("s1"), orders.resolve("s2")));

        lanes.halt();
        crisp.last().ok();

        assertThat(finished).hasSize(1);
        assertThat(crisp.sent()).hasSize(1);
    }

    @Test
    void addressesThatDifferInCaseOnlyShareALane() {
        Lanes lanes = lanes(10);
        lanes.add(List.of(
                orders.of("update_profile", Map.of("email", "Lena@example.org", "notepad", "1")),
                orders.of("update_profile", Map.of("email", "lena@example.org", "notepad", "2"))));

        assertThat(crisp.sent()).hasSize(1);
    }
}
