package dev.crispconnect.benchmark;

import dev.crispconnect.benchmark.SinkFigures.Setting;
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
    private static final List<Integer> IN_FLIGHT = List.of(64, 256);
    private static final int CONVERSATIONS = 2_000;
    private static final int BUSY_CONVERSATIONS = 50;
    private static final List<Shape> SHAPES =
            List.of(new Shape(40_000, 5), new Shape(8_000, 39), new Shape(200_000, 0));
    private static final int MILLION = 1_000_000;
    private static final int HEAP_MEGABYTES = 256;

    private Benchmark() {}

    /**
     * Runs and prints.
     *
     * @param arguments the repository's folder, then any of {@code speed}, {@code events}, {@code live}, {@code rate},
     *     {@code backfill}, {@code million}; {@code sink} for {@code speed} and {@code events}, {@code source} for
     *     {@code live}, {@code rate} and {@code backfill}; nothing for all but {@code million}
     */
    public static void main(String[] arguments) {
        Set<String> wanted = wanted(List.of(arguments).subList(1, arguments.length));
        try (Lab lab = Lab.open(Path.of(arguments[0]))) {
            if (wanted.contains("speed")) {
                speed(new SinkBenchmark(lab, COMMANDS));
            }
            if (wanted.contains("events")) {
                events(new SinkEvents(lab, System.out::println));
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

    private static Set<String> wanted(List<String> words) {
        Set<String> wanted = new HashSet<>(words);
        if (wanted.isEmpty()) {
            wanted.addAll(List.of("sink", "source"));
        }
        if (wanted.remove("sink")) {
            wanted.addAll(List.of("speed", "events"));
        }
        if (wanted.remove("source")) {
            wanted.addAll(List.of("live", "rate", "backfill"));
        }
        return wanted;
    }

    private static void speed(SinkBenchmark benchmark) {
        System.out.printf(Locale.ROOT, "%nSink: %,d messages, one task%n%n%s", COMMANDS, SinkFigures.HEADER);
        for (Duration thinkTime : THINK_TIMES) {
            for (int inFlight : IN_FLIGHT) {
                System.out.println(benchmark.run(new Setting(thinkTime, inFlight, CONVERSATIONS)));
            }
        }
        System.out.println(benchmark.run(new Setting(THINK_TIMES.get(1), IN_FLIGHT.get(0), BUSY_CONVERSATIONS)));
    }

    private static void events(SinkEvents benchmark) {
        System.out.printf(
                Locale.ROOT, "%nSink, when something happens, one task%n%n| what | figure | load |%n|---|---|---|%n");
        benchmark.refused();
        benchmark.limited();
        benchmark.ended();
        benchmark.waiting();
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
