package dev.crispconnect.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints the figures of the README's "Figures" as Markdown tables. Takes some minutes; everything stays on loopback. */
public final class Benchmark {

    private static final List<Duration> THINK_TIMES =
            List.of(Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(50));
    private static final int COMMANDS = 20_000;
    private static final int CONVERSATIONS = 20_000;
    private static final int MESSAGES_EACH = 5;
    private static final int IN_FLIGHT = 64;

    private Benchmark() {}

    /**
     * Runs and prints.
     *
     * @param arguments the repository's folder, then {@code sink}, {@code source}, or nothing for both
     */
    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        try (Lab lab = Lab.open(Path.of(arguments[0]))) {
            if (wanted.isEmpty() || wanted.contains("sink")) {
                sink(new SinkBenchmark(lab, COMMANDS));
            }
            if (wanted.isEmpty() || wanted.contains("source")) {
                source(new SourceBenchmark(lab, CONVERSATIONS, MESSAGES_EACH));
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

    private static void source(SourceBenchmark benchmark) {
        System.out.printf(
                Locale.ROOT,
                "%nSource: backfill of %,d conversations with %d messages each, one task%n%n%s",
                CONVERSATIONS,
                MESSAGES_EACH,
                SourceFigures.HEADER);
        System.out.println(benchmark.run());
    }
}
