package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.workspace.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The source while it hears of changes as they happen, with all its defaults: how late records come, how many a second it
 * takes, how many calls it needs. Visitors, simulator and consumer are in one process, so that one clock measures.
 */
final class LiveBenchmark {

    private static final int PARTITIONS = 6;
    private static final int CONVERSATIONS = 1_000;
    private static final int ACTIVE = 100;
    private static final int PACE = 100;
    private static final int MOST_MESSAGES = 1_000_000;
    private static final int[] RATES = {1_000, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 15_000};
    private static final Duration SECONDS_AT_A_RATE = Duration.ofSeconds(10);
    private static final Duration PROMPT = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Of an idle day, by the defaults: a look every ten minutes at conversations, every thirty at contacts. */
    private static final int LOOKS_A_DAY = 144 + 48;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Lab lab;
    private final Consumer<String> line;

    LiveBenchmark(Lab lab, Consumer<String> line) {
        this.lab = lab;
        this.line = line;
    }

    void run() {
        int run = lab.nextRun();
        SimulatorSettings settings = SimulatorSettings.defaults().withJournalLimit(0);
        try (CrispSimulator simulator = CrispSimulator.start(settings);
                Lab.Worker worker = lab.startWorker("crisp-source", run, Lab.MEMORY)) {
            simulator.workspace().seed(CONVERSATIONS, 1, 0);
            Visitors visitors = new Visitors(simulator.workspace(), sessions(simulator), MOST_MESSAGES);
            SourceConnector connector = SourceConnector.following(simulator, "live-" + run + ".");
            connector.topics().forEach(topic -> lab.createTopic(topic, PARTITIONS));
            try (Arrivals arrivals = Arrivals.of(lab, connector.topics(), visitors::view)) {
                worker.install("live-" + run, connector.config());
                arrivals.await(2 * CONVERSATIONS, LONGEST);
                Measured measured = new Measured(simulator, visitors, arrivals);
                measured.awaitPromptness();
                latency(measured);
                callsForMessages(measured);
                callsForChanges(measured, "two bursts of 270", List.of(270, 270), 3);
                callsForChanges(measured, "one burst of 1,000", List.of(CONVERSATIONS), 4);
                idle(
                        measured,
                        () -> worker.install(
                                "live-" + run,
                                connector.with("audit.interval.ms", "1000").config()));
                worker.install("live-" + run, connector.config());
                sustained(measured);
            }
        }
    }

    private record Measured(CrispSimulator simulator, Visitors visitors, Arrivals arrivals) {

        private long calls() {
            return simulator.journal().total();
        }

        /** Waits until a message comes within a second: after a start, what was missed is read first. */
        private void awaitPromptness() {
            arrivals.await(
                    () -> {
                        int number = visitors.next();
                        visitors.write(1, PACE, ACTIVE);
                        arrivals.await(() -> visitors.seen(number, number + 1) == 1, LONGEST, "a message");
                        return visitors.latencies(number, number + 1).at(100).compareTo(PROMPT) < 0;
                    },
                    LONGEST,
                    "a message within " + PROMPT);
        }

        /** Waits until nothing is left to be read, which the longest interval between two looks decides. */
        private void settle(int burst) {
            visitors.change(0, ACTIVE, burst, CONVERSATIONS);
            arrivals.await(() -> visitors.changed(0, ACTIVE, burst) == ACTIVE, LONGEST, "what was changed");
        }
    }

    private void latency(Measured measured) {
        Visitors visitors = measured.visitors();
        visitors.write(20 * PACE, PACE, ACTIVE);
        int from = visitors.next();
        long before = measured.calls();
        visitors.write(60 * PACE, PACE, ACTIVE);
        int to = visitors.next();
        long calls = measured.calls() - before;
        measured.arrivals().await(() -> visitors.seen(from, to) == to - from, LONGEST, "all messages");
        Percentiles latencies = visitors.latencies(from, to);
        tell(
                "event to consumed record at %d events/s, p50 / p99 / longest | %.1f / %.1f / %.1f ms",
                PACE,
                latencies.at(50).toNanos() / 1e6,
                latencies.at(99).toNanos() / 1e6,
                latencies.at(100).toNanos() / 1e6);
        tell("calls for each 1,000 of these messages | %.1f", calls * 1e3 / (to - from));
    }

    private void callsForMessages(Measured measured) {
        measured.settle(1);
        long before = measured.calls();
        measured.visitors().write(1_000, PACE, ACTIVE);
        measured.settle(2);
        measured.arrivals()
                .await(
                        () -> measured.visitors().seen(0, measured.visitors().next())
                                == measured.visitors().next(),
                        LONGEST,
                        "all messages");
        tell("calls for 1,000 messages in %d conversations | %d", ACTIVE, measured.calls() - before);
    }

    private void callsForChanges(Measured measured, String how, List<Integer> bursts, int firstBurst) {
        long before = measured.calls();
        int changed = 0;
        for (int burst = 0; burst < bursts.size(); burst++) {
            measured.visitors().change(changed, changed + bursts.get(burst), firstBurst, CONVERSATIONS);
            changed += bursts.get(burst);
            LockSupport.parkNanos(SOON.toNanos());
        }
        int all = changed;
        measured.arrivals()
                .await(() -> measured.visitors().changed(0, all, firstBurst) == all, LONGEST, "what was changed");
        tell(
                "calls for %,d changed conversations, %s | %d, %,d found",
                all, how, measured.calls() - before, measured.visitors().changed(0, all, firstBurst));
    }

    /** Looks are made every second here, so that there are enough of them to tell what one costs. */
    private void idle(Measured measured, Runnable everySecond) {
        everySecond.run();
        LockSupport.parkNanos(IDLE.toNanos());
        long before = measured.calls();
        long start = Stopwatch.nanos();
        LockSupport.parkNanos(IDLE.toNanos());
        double looks = 2 * (Stopwatch.nanos() - start) / 1e9;
        double callsALook = (measured.calls() - before) / looks;
        tell(
                "calls on an idle day: %.2f measured for a look, times %d looks by the default intervals | %.0f",
                callsALook, LOOKS_A_DAY, callsALook * LOOKS_A_DAY);
    }

    private void sustained(Measured measured) {
        measured.awaitPromptness();
        int best = 0;
        for (int rate : RATES) {
            if (!sustains(measured, rate)) {
                break;
            }
            best = rate;
        }
        tell("events/s taken for %d s without overflow | %,d", SECONDS_AT_A_RATE.toSeconds(), best);
    }

    /** Whether all came as they happened, at that rate, and the last soon. */
    private boolean sustains(Measured measured, int rate) {
        Visitors visitors = measured.visitors();
        int readBefore = visitors.foundByReading();
        int from = visitors.next();
        int messages = (int) (rate * SECONDS_AT_A_RATE.toSeconds());
        long start = Stopwatch.nanos();
        visitors.write(messages, rate, CONVERSATIONS);
        double written = messages / ((Stopwatch.nanos() - start) / 1e9);
        long last = Stopwatch.nanos();
        int to = visitors.next();
        measured.arrivals().await(() -> visitors.seen(from, to) == to - from, LONGEST, "all messages");
        Duration late = Duration.ofNanos(Stopwatch.nanos() - last);
        int read = visitors.foundByReading() - readBefore;
        Percentiles latencies = visitors.latencies(from, to);
        tell(
                "at %,d events/s (%,.0f were written): found by reading / all there after / p50 / p99 | %d / %d ms / %d ms / %d ms",
                rate,
                written,
                read,
                late.toMillis(),
                latencies.at(50).toMillis(),
                latencies.at(99).toMillis());
        return read == 0 && late.compareTo(SOON) < 0 && written > 0.95 * rate;
    }

    private void tell(String format, Object... values) {
        line.accept("| " + String.format(Locale.ROOT, format, values) + " | " + Load.now() + " |");
    }

    private static List<String> sessions(CrispSimulator simulator) {
        return simulator.workspace().conversations().all().stream()
                .map(Conversation::sessionId)
                .toList();
    }
}
