package dev.crispconnect.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Any number of throttles on one token whose limit none of them knows, in simulated time. */
class ThrottlePropertiesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60));

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void oneTaskUsesNearlyAllThatIsAllowedAndComesNeverTooEarly(
            @ForAll long seed,
            @ForAll @IntRange(min = 5, max = 100) int perSecond,
            @ForAll @IntRange(min = 1, max = 150) int roundTripMillis,
            @ForAll boolean tellsHowLong) {
        Simulation simulation = new Simulation(seed, 1, perSecond, roundTripMillis, tellsHowLong);

        simulation.run(60, 460);

        assertThat(simulation.used()).isBetween(0.95, 1.05);
        assertThat(simulation.refusedShare()).isLessThan(0.05);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void tasksThatKnowNothingOfEachOtherConverge(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 8) int tasks,
            @ForAll @IntRange(min = 20, max = 100) int perSecond,
            @ForAll @IntRange(min = 1, max = 150) int roundTripMillis,
            @ForAll boolean tellsHowLong) {
        Simulation simulation = new Simulation(seed, tasks, perSecond, roundTripMillis, tellsHowLong);

        simulation.run(120, 900);

        assertThat(simulation.used()).isBetween(0.95, 1.05);
        assertThat(simulation.refusedShare()).isLessThan(0.05);
        for (Task task : simulation.tasks) {
            double share = (double) task.served * tasks / simulation.served();
            assertThat(share).as("%s", simulation).isBetween(0.25, 3.0);
        }
    }

    /** A sink task with more commands than it may execute. */
    private static final class Task {

        private final Throttle throttle = new Throttle(BACKOFF, 0, 0);
        private long mayNotPassBefore;
        private long served;
    }

    private record Happening(long nanos, long order, Runnable what) {}

    /** A limiter as that of the simulated Crisp, and those who call it all the time. */
    private static final class Simulation {

        private static final int IN_FLIGHT = 16;

        private final PriorityQueue<Happening> happenings = new PriorityQueue<>(
                (a, b) -> a.nanos == b.nanos ? Long.compare(a.order, b.order) : Long.compare(a.nanos, b.nanos));
        private final List<Task> tasks = new ArrayList<>();
        private final Random random;
        private final int perSecond;
        private final long half;
        private final boolean tellsHowLong;
        private long now;
        private long fullNanos;
        private long measuredFrom;
        private long order;
        private long refused;

        Simulation(long seed, int tasks, int perSecond, int roundTripMillis, boolean tellsHowLong) {
            this.random = new Random(seed);
            this.perSecond = perSecond;
            this.half = roundTripMillis * SECOND / 2_000;
            this.tellsHowLong = tellsHowLong;
            for (int i = 0; i < tasks; i++) {
                Task task = new Task();
                this.tasks.add(task);
                for (int call = 0; call < IN_FLIGHT; call++) {
                    Throttle.Turn turn = new Throttle.Turn();
                    at(random.nextInt(1_000_000_000), () -> ask(task, turn));
                }
            }
        }

        void run(long warmUpSeconds, long untilSeconds) {
            while (happenings.element().nanos < untilSeconds * SECOND) {
                Happening next = happenings.remove();
                if (measuredFrom == 0 && next.nanos > warmUpSeconds * SECOND) {
                    measuredFrom = next.nanos;
                    refused = 0;
                    tasks.forEach(task -> task.served = 0);
                }
                now = next.nanos;
                next.what.run();
            }
        }

        double used() {
            return (double) served() * SECOND / (now - measuredFrom) / perSecond;
        }

        double refusedShare() {
            return (double) refused / (refused + served());
        }

        long served() {
            return tasks.stream().mapToLong(task -> task.served).sum();
        }

        private void at(long nanos, Runnable what) {
            happenings.add(new Happening(nanos, order++, what));
        }

        private void ask(Task task, Throttle.Turn turn) {
            Duration wait = task.throttle.pass(turn, now);
            if (wait.isZero()) {
                assertThat(now).isGreaterThanOrEqualTo(task.mayNotPassBefore);
                at(now + half, () -> arrive(task, turn));
            } else {
                at(now + wait.toNanos(), () -> ask(task, turn));
            }
        }

        private void arrive(Task task, Throttle.Turn turn) {
            long missing = Math.max(fullNanos, now) + SECOND / perSecond - (now + SECOND);
            if (missing > 0) {
                Optional<Duration> retryAfter = tellsHowLong
                        ? Optional.of(Duration.ofSeconds((missing + SECOND - 1) / SECOND))
                        : Optional.empty();
                at(now + half, () -> refused(task, turn, retryAfter));
            } else {
                fullNanos = Math.max(fullNanos, now) + SECOND / perSecond;
                at(now + half, () -> served(task, turn));
            }
        }

        private void refused(Task task, Throttle.Turn turn, Optional<Duration> retryAfter) {
            refused++;
            task.mayNotPassBefore = Math.max(
                    task.mayNotPassBefore,
                    now + retryAfter.orElse(Duration.ZERO).toNanos());
            task.throttle.refused(now, retryAfter, random.nextDouble());
            ask(task, turn);
        }

        private void served(Task task, Throttle.Turn turn) {
            task.served++;
            task.throttle.answered(now);
            ask(task, turn);
        }

        @Override
        public String toString() {
            return perSecond + "/s, served "
                    + tasks.stream()
                            .map(task -> task.served + "@" + task.throttle.perSecond())
                            .toList();
        }
    }
}
