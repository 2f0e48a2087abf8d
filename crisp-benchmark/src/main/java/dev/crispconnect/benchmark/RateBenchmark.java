package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How many events a second one task takes, with all its defaults: the rate is raised until records fall behind, or until so
 * much is told that events are lost and their messages have to be read. Each step says how the records came.
 */
final class RateBenchmark {

    private static final int[] RATES = {100, 250, 500, 1_000, 2_000, 4_000, 6_000, 8_000, 10_000};
    private static final Duration AT_A_RATE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(2);

    /** A look may bring a message just before its event does. Where events are lost, thousands are read. */
    private static final double MOST_READ = 0.01;

    private final Lab lab;
    private final Consumer<String> line;

    RateBenchmark(Lab lab, Consumer<String> line) {
        this.lab = lab;
        this.line = line;
    }

    void run() {
        try (LiveScene scene = LiveScene.open(lab, lab.nextRun())) {
            int best = 0;
            for (int rate : RATES) {
                scene.awaitPromptness();
                if (!sustains(scene, rate)) {
                    break;
                }
                best = rate;
            }
            tell(
                    "events/s taken for %d s, the last record there within %d s, no event lost | %,d",
                    AT_A_RATE.toSeconds(), SOON.toSeconds(), best);
        }
    }

    /** Whether all came as they happened, at that rate, and the last soon. */
    private boolean sustains(LiveScene scene, int rate) {
        Visitors visitors = scene.visitors();
        int readBefore = visitors.foundByReading();
        long callsBefore = scene.calls();
        Duration cpuBefore = scene.worker().cpu();
        int from = visitors.next();
        int messages = (int) (rate * AT_A_RATE.toSeconds());
        long start = Stopwatch.nanos();
        visitors.write(messages, rate, LiveScene.CONVERSATIONS);
        double written = messages / ((Stopwatch.nanos() - start) / 1e9);
        long last = Stopwatch.nanos();
        int to = visitors.next();
        scene.arrivals().await(() -> visitors.seen(from, to) == to - from, LiveScene.LONGEST, "all messages");
        Duration late = Duration.ofNanos(Stopwatch.nanos() - last);
        Duration cpu = scene.worker().cpu().minus(cpuBefore).dividedBy(messages);
        int read = visitors.foundByReading() - readBefore;
        Percentiles latencies = visitors.latencies(from, to);
        tell(
                "at %,d events/s (%,.0f were written): found by reading / calls / all there after / p50 / p99 / worker CPU for"
                        + " each | %d / %d / %d ms / %d ms / %d ms / %d us",
                rate,
                written,
                read,
                scene.calls() - callsBefore,
                late.toMillis(),
                latencies.at(50).toMillis(),
                latencies.at(99).toMillis(),
                cpu.toNanos() / 1_000);
        return read <= MOST_READ * messages && late.compareTo(SOON) < 0 && written > 0.95 * rate;
    }

    private void tell(String format, Object... values) {
        line.accept("| " + String.format(Locale.ROOT, format, values) + " | " + Load.now() + " |");
    }
}
