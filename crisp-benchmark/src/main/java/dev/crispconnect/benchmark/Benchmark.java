package dev.crispconnect.benchmark;

import dev.crispconnect.benchmark.SourceFigures.Shape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints the figures of the README's "Figures" as Markdown tables. Takes some minutes; everything stays on loopback. */
public final class Benchmark {

    private static final List<Duration> THINK_TIMES =
            List.of(Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(50));
    private static final int COMMANDS = 20_000;
    private static final int IN_FLIGHT = 64;
    private static final List<Shape> SHAPES =
            List.of(new Shape(20_000, 5), new Shape(4_000, 39), new Shape(200_000, 0));
    private static final int MILLION = 1_000_000;
    private static final int HEAP_MEGABYTES = 256;

    private Benchmark() {}

    /**
     * Runs and prints.
     *
     * @param arguments the repository's folder, then any of {@code sink}, {@code live}, {@code rate}, {@code backfill},
     *     {@code million}; {@code source} for {@code live}, {@code rate} and {@code backfill}; nothing for all but
     *     {@code million}
     */
    public static void main(String[] arguments) {
        Set<String> wanted = new HashSet<>(List.of(arguments).subList(1, arguments.length));
        if (wanted.isEmpty()) {
            wanted.addAll(List.of("sink", "source"));
        }
        if (wanted.remove("source")) {
            wanted.addAll(List.of("live", "rate", "backfill"));
        }
        try (Lab lab = Lab.open(Path.of(arguments[0]))) {
            if (wanted.contains("sink")) {
                sink(new SinkBenchmark(lab, COMMANDS));
            }
            if (wanted.contains("live")) {
                live(lab);
            }
            if (wanted.contains("rate")) {
                rate(lab);
            }
            if (wanted.contains("backfill")) {
                backfill(new SourceBenchmark(lab));
            }
            if (wanted.contains("million")) {
                System.out.println(new MillionBenchmark(lab, MILLION).run(HEAP_MEGABYTES));
            }
        }
        System.exit(0);
    }

    private static void sink(SinkBenchmark benchmark) {
        System.out.printf(
                Locale.ROOT,
                "%nSink: %,d messages to 2,000 conversations, one task%n%n%s",
                COMMANDS,
                SinkFigures.HEADER);
        THINK_TIMES.forEach(
                thinkTime -> System.out.println(benchmark.run(new SinkFigures.Setting(thinkTime, IN_FLIGHT))));
    }

    private static void live(Lab lab) {
        heading("hearing of changes");
        new LiveBenchmark(lab, System.out::println).run();
    }

    private static void rate(Lab lab) {
        heading("more and more events");
        new RateBenchmark(lab, System.out::println).run();
    }

    private static void heading(String what) {
        System.out.printf(
                Locale.ROOT, "%nSource, %s, all defaults, one task%n%n| what | figure | load |%n|---|---|---|%n", what);
    }

    private static void backfill(SourceBenchmark benchmark) {
        System.out.printf(
                Locale.ROOT, "%nSource: backfill, Crisp answering at once, one task%n%n%s", SourceFigures.HEADER);
        SHAPES.forEach(shape -> System.out.println(benchmark.run(shape)));
    }
}
