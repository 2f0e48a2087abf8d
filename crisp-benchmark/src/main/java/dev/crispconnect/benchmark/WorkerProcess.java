package dev.crispconnect.benchmark;

import dev.crispconnect.quickstart.worker.LocalWorker;
import dev.crispconnect.quickstart.worker.WorkerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The measured side of a run: a Connect worker that tells of its heap when asked and ends with its input. */
final class WorkerProcess {

    /**
     * What the quickstart chose for people who watch; the benchmark takes what Kafka has by default. Only that a worker is
     * dead is noticed sooner, which nothing is measured by.
     */
    private static final Map<String, String> MOSTLY_DEFAULTS = Map.of(
            "offset.flush.interval.ms", "60000",
            "offset.flush.timeout.ms", "5000",
            "task.shutdown.graceful.timeout.ms", "5000",
            "session.timeout.ms", "10000",
            "consumer.session.timeout.ms", "10000");

    private WorkerProcess() {}

    /**
     * Runs until its standard input ends.
     *
     * @param arguments bootstrap servers, group, plugin directory
     */
    public static void main(String[] arguments) throws IOException {
        WorkerSettings settings =
                new WorkerSettings(arguments[0], arguments[1], List.of(Path.of(arguments[2])), 0, MOSTLY_DEFAULTS);
        LocalWorker worker = LocalWorker.start(settings);
        System.out.println("ready " + worker.url());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (line.equals("heap")) {
                System.out.println("heap " + peakHeapBytes());
            } else if (line.equals("live")) {
                System.out.println("live " + liveHeapBytes());
            }
        }
        worker.close();
        System.exit(0);
    }

    private static long liveHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
