package dev.crispconnect.benchmark;

import dev.crispconnect.benchmark.SourceFigures.Pace;
import dev.crispconnect.benchmark.SourceFigures.Shape;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A backfill beside {@link ConstantSourceConnector}, on the same worker in the same run. Both are measured where a consumer
 * reads committed records, from the first to the last; the constant source goes first, and so warms the worker up.
 */
final class SourceBenchmark {

    private static final int PARTITIONS = 6;
    private static final int CONSTANT_RECORDS = 300_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Lab lab;

    SourceBenchmark(Lab lab) {
        this.lab = lab;
    }

    /** One line of the table. */
    SourceFigures run(Shape shape) {
        SimulatorSettings settings = SimulatorSettings.defaults().withJournalLimit(0);
        int run = lab.nextRun();
        try (CrispSimulator simulator = CrispSimulator.start(settings);
                Lab.Worker worker = lab.startWorker("crisp-source", run, Lab.MEMORY)) {
            simulator.workspace().seed(shape.conversations(), shape.messagesEach(), 0);
            Pace constant = constant(worker, run);
            String load = Load.now();
            SourceConnector connector = SourceConnector.backfilling(simulator, "backfill-" + run + ".", shape.feeds());
            connector.topics().forEach(topic -> lab.createTopic(topic, PARTITIONS));
            try (Arrivals arrivals = Arrivals.of(lab, connector.topics(), each -> {})) {
                Duration cpuBefore = worker.cpu();
                worker.install("source-" + run, connector.config());
                arrivals.await(shape.records(), LONGEST);
                return new SourceFigures(
                        shape,
                        constant,
                        pace(arrivals, worker.cpu().minus(cpuBefore)),
                        simulator.journal().total(),
                        worker.peakHeapBytes(),
                        load);
            }
        }
    }

    private Pace constant(Lab.Worker worker, int run) {
        String topic = "constant-" + run;
        lab.createTopic(topic, PARTITIONS);
        try (Arrivals arrivals = Arrivals.of(lab, List.of(topic), each -> {})) {
            Duration cpuBefore = worker.cpu();
            worker.install(
                    topic,
                    Map.of(
                            "connector.class",
                            ConstantSourceConnector.class.getName(),
                            "tasks.max",
                            "1",
                            ConstantSourceConnector.TOPIC,
                            topic,
                            ConstantSourceConnector.RECORDS,
                            Integer.toString(CONSTANT_RECORDS)));
            arrivals.await(CONSTANT_RECORDS, LONGEST);
            Duration cpu = worker.cpu().minus(cpuBefore);
            worker.remove(topic);
            return pace(arrivals, cpu);
        }
    }

    private static Pace pace(Arrivals arrivals, Duration cpu) {
        return new Pace(arrivals.perSecond(), cpu.dividedBy(arrivals.count()));
    }
}
