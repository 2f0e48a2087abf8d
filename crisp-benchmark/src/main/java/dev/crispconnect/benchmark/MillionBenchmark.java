package dev.crispconnect.benchmark;

import dev.crispconnect.benchmark.SourceFigures.Shape;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the heap stays flat while many conversations are read: what is alive on it, at each quarter of the way. */
final class MillionBenchmark {

    private static final int PARTITIONS = 6;
    private static final int QUARTERS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final Lab lab;
    private final Shape shape;

    MillionBenchmark(Lab lab, int conversations) {
        this.lab = lab;
        this.shape = new Shape(conversations, 0);
    }

    /** One sentence. */
    String run(int heapMegabytes) {
        int run = lab.nextRun();
        try (CrispSimulator simulator =
                        CrispSimulator.start(SimulatorSettings.defaults().withJournalLimit(0));
                Lab.Worker worker = lab.startWorker("crisp-source", run, List.of("-Xmx" + heapMegabytes + "m"))) {
            simulator.workspace().seed(shape.conversations(), 0, 0);
            SourceConnector connector = SourceConnector.backfilling(simulator, "million-" + run + ".", shape.feeds());
            connector.topics().forEach(topic -> lab.createTopic(topic, PARTITIONS));
            try (Arrivals arrivals = Arrivals.of(lab, connector.topics(), each -> {})) {
                worker.install("million-" + run, connector.config());
                String live = IntStream.rangeClosed(1, QUARTERS)
                        .mapToObj(quarter -> {
                            arrivals.await(shape.records() * quarter / QUARTERS, LONGEST);
                            return Long.toString(worker.liveHeapBytes() >> 20);
                        })
                        .collect(Collectors.joining(", "));
                return String.format(
                        Locale.ROOT,
                        "%,d conversations with -Xmx%dm: alive on the heap at each quarter %s MB; %,.0f records/s; %,d calls"
                                + " (fewest possible %,d); load %s",
                        shape.conversations(),
                        heapMegabytes,
                        live,
                        arrivals.perSecond(),
                        simulator.journal().total(),
                        shape.fewestCalls(),
                        Load.now());
            }
        }
    }
}
