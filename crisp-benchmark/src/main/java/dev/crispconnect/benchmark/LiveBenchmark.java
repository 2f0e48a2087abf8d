package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The source while it hears of changes as they happen, with all its defaults: how late records come, and how many calls it
 * needs.
 */
final class LiveBenchmark {

    private static final int CONVERSATIONS = LiveScene.CONVERSATIONS;
    private static final int ACTIVE = LiveScene.ACTIVE;
    private static final int PACE = LiveScene.PACE;
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
        try (LiveScene scene = LiveScene.open(lab, run)) {
            scene.awaitPromptness();
            latency(scene);
            callsForMessages(scene);
            callsForChanges(scene, "two bursts of 270", List.of(270, 270), 3);
            callsForChanges(scene, "one burst of 1,000", List.of(CONVERSATIONS), 4);
            idle(scene);
        }
    }

    private void latency(LiveScene scene) {
        Visitors visitors = scene.visitors();
        visitors.write(20 * PACE, PACE, ACTIVE);
        int from = visitors.next();
        long before = scene.calls();
        visitors.write(60 * PACE, PACE, ACTIVE);
        int to = visitors.next();
        long calls = scene.calls() - before;
        scene.arrivals().await(() -> visitors.seen(from, to) == to - from, LONGEST, "all messages");
        Percentiles latencies = visitors.latencies(from, to);
        tell(
                "event to consumed record at %d events/s, p50 / p99 / longest | %.1f / %.1f / %.1f ms",
                PACE,
                latencies.at(50).toNanos() / 1e6,
                latencies.at(99).toNanos() / 1e6,
                latencies.at(100).toNanos() / 1e6);
        tell("calls for each 1,000 of these messages | %.1f", calls * 1e3 / (to - from));
    }

    private void callsForMessages(LiveScene scene) {
        scene.settle(1);
        long before = scene.calls();
        scene.visitors().write(1_000, PACE, ACTIVE);
        scene.settle(2);
        scene.arrivals()
                .await(
                        () -> scene.visitors().seen(0, scene.visitors().next())
                                == scene.visitors().next(),
                        LONGEST,
                        "all messages");
        tell("calls for 1,000 messages in %d conversations | %d", ACTIVE, scene.calls() - before);
    }

    private void callsForChanges(LiveScene scene, String how, List<Integer> bursts, int firstBurst) {
        long before = scene.calls();
        int changed = 0;
        for (int burst = 0; burst < bursts.size(); burst++) {
            scene.visitors().change(changed, changed + bursts.get(burst), firstBurst, CONVERSATIONS);
            changed += bursts.get(burst);
            LockSupport.parkNanos(SOON.toNanos());
        }
        int all = changed;
        scene.arrivals().await(() -> scene.visitors().changed(0, all, firstBurst) == all, LONGEST, "what was changed");
        tell(
                "calls for %,d changed conversations, %s | %d, %,d found",
                all, how, scene.calls() - before, scene.visitors().changed(0, all, firstBurst));
    }

    /** Looks are made every second here, so that there are enough of them to tell what one costs. */
    private void idle(LiveScene scene) {
        scene.configure(Map.of("audit.interval.ms", "1000"));
        LockSupport.parkNanos(IDLE.toNanos());
        long before = scene.calls();
        long start = Stopwatch.nanos();
        LockSupport.parkNanos(IDLE.toNanos());
        double looks = 2 * (Stopwatch.nanos() - start) / 1e9;
        double callsALook = (scene.calls() - before) / looks;
        tell(
                "calls on an idle day: %.2f measured for a look, times %d looks by the default intervals | %.0f",
                callsALook, LOOKS_A_DAY, callsALook * LOOKS_A_DAY);
    }

    private void tell(String format, Object... values) {
        line.accept("| " + String.format(Locale.ROOT, format, values) + " | " + Load.now() + " |");
    }
}
