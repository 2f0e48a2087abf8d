package dev.crispconnect.benchmark;

import dev.crispconnect.benchmark.SourceFigures.Pace;
import dev.crispconnect.benchmark.SourceFigures.Shape;
import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A backfill beside {@link ConstantSourceConnector}, on the same worker in the same run. Both are measured where a consumer
 * reads committed records, from the first to the last. An equal backfill goes first, as a real one lasts for hours: it warms the
 * worker up, and gives the constant source its records, so that both hand over the same.
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
        int run = lab.nextRun();
        try (Lab.Worker worker = lab.startWorker("crisp-source", run, Lab.MEMORY)) {
            SampleCollector samples = new SampleCollector(1, shape.messagesEach());
            Pace cold;
            try (CrispSimulator simulator = simulator(shape)) {
                cold = backfill(worker, "cold-" + run, simulator, shape, samples);
            }
            Pace constant = constant(worker, run, lab.file("samples-" + run, samples.lines()));
            String load = Load.now();
            try (CrispSimulator simulator = simulator(shape)) {
                Pace warm = backfill(worker, "warm-" + run, simulator, shape, record -> {});
                return new SourceFigures(
                        shape, constant, cold, warm, simulator.journal().total(), worker.peakHeapBytes(), load);
            }
        }
    }

    private Pace backfill(
            Lab.Worker worker,
            String name,
            CrispSimulator simulator,
            Shape shape,
            Consumer<ConsumerRecord<String, String>> viewer) {
        SourceConnector connector = SourceConnector.backfilling(simulator, name + ".", shape.feeds());
        Pace pace = pace(worker, name, connector.config(), connector.topics(), shape.records(), viewer);
        worker.remove(name);
        return pace;
    }

    private Pace constant(Lab.Worker worker, int run, Path samples) {
        String name = "constant-" + run;
        Map<String, String> config = Map.of(
                "connector.class",
                ConstantSourceConnector.class.getName(),
                "tasks.max",
                "1",
                ConstantSourceConnector.TOPIC,
                name,
                ConstantSourceConnector.RECORDS,
                Integer.toString(CONSTANT_RECORDS),
                ConstantSourceConnector.SAMPLES,
                samples.toString());
        Pace pace = pace(worker, name, config, List.of(name), CONSTANT_RECORDS, record -> {});
        worker.remove(name);
        return pace;
    }

    private Pace pace(
            Lab.Worker worker,
            String name,
            Map<String, String> config,
            List<String> topics,
            long records,
            Consumer<ConsumerRecord<String, String>> viewer) {
        topics.forEach(topic -> lab.createTopic(topic, PARTITIONS));
        try (Arrivals arrivals = Arrivals.of(lab, topics, viewer)) {
            Duration cpuBefore = worker.cpu();
            worker.install(name, config);
            arrivals.await(records, LONGEST);
            Duration cpu = worker.cpu().minus(cpuBefore);
            return new Pace(arrivals.perSecond(), cpu.dividedBy(records), arrivals.bytes());
        }
    }

    private static CrispSimulator simulator(Shape shape) {
        CrispSimulator simulator =
                CrispSimulator.start(SimulatorSettings.defaults().withJournalLimit(0));
        simulator.workspace().seed(shape.conversations(), shape.messagesEach(), 0);
        return simulator;
    }
}
