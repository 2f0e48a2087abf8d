package dev.crispconnect.benchmark;

import dev.crispconnect.quickstart.broker.LocalBroker;
import dev.crispconnect.quickstart.worker.WorkerRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What every run needs: a broker in this process, and workers in processes of their own. */
final class Lab implements AutoCloseable {

    /** The heap of a worker, unless a run is about it. */
    static final List<String> MEMORY = List.of("-Xms256m", "-Xmx512m");

    private static final List<String> COLLECTOR = List.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20");

    private final Path folder;
    private final LocalBroker broker;
    private final Path repository;
    private int runs;

    private Lab(Path folder, LocalBroker broker, Path repository) {
        this.folder = folder;
        this.broker = broker;
        this.repository = repository;
    }

    /** Starts a broker; {@code repository} is where the built modules are. */
    static Lab open(Path repository) {
        try {
            Path folder = Files.createTempDirectory("crisp-benchmark");
            return new Lab(folder, LocalBroker.start(folder.resolve("broker")), repository);
        } catch (IOException failure) {
            throw new UncheckedIOException("no folder for the broker's data could be made", failure);
        }
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** A file of this run with these lines. */
    Path file(String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A number that no run before had: names of topics, groups and connectors are made with it. */
    int nextRun() {
        return ++runs;
    }

    void createTopic(String name, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("topic " + name + " could not be created", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** A worker, in its own JVM with these options, that has the plugin of {@code module}; returns when it is ready. */
    Worker startWorker(String module, int run, List<String> memory) {
        Path plugins = repository.resolve(module).resolve("target/plugin");
        List<String> options = new ArrayList<>(COLLECTOR);
        options.addAll(memory);
        ChildProcess process = ChildProcess.start(
                WorkerProcess.class, options, List.of(bootstrap(), "benchmark-" + run, plugins.toString()));
        return new Worker(process, new WorkerRest(URI.create(process.await("ready"))));
    }

    /** A worker that runs. */
    record Worker(ChildProcess process, WorkerRest rest) implements AutoCloseable {

        /** Gives it a connector, or other settings to one that it has. */
        void install(String connector, Map<String, String> config) {
            rest.putConfig(connector, new HashMap<>(config));
        }

        void remove(String connector) {
            rest.delete(connector);
        }

        /** Lets a connector's tasks take nothing more, and keep what they have; returns when they do. */
        void pause(String connector) {
            rest.pause(connector);
            SinkStage.await(() -> rest.status(connector).tasks().stream()
                    .allMatch(task -> task.state().equals("PAUSED")));
        }

        void resume(String connector) {
            rest.resume(connector);
        }

        /** How many records a sink has committed as done, in all partitions of topics that nothing was removed from. */
        long committed(String connector) {
            return StreamSupport.stream(rest.offsets(connector).path("offsets").spliterator(), false)
                    .mapToLong(each -> each.path("offset").path("kafka_offset").asLong())
                    .sum();
        }

        /** Ends it by SIGKILL. */
        void kill() {
            process.kill();
        }

        /** The most memory that the system gave it; 0 where the system does not tell. */
        long peakResidentBytes() {
            return process.peakResidentBytes();
        }

        /** CPU time it has used so far, all threads together. */
        Duration cpu() {
            return process.cpu();
        }

        /** The most that was on its heap, garbage included. */
        long peakHeapBytes() {
            return Long.parseLong(process.ask("heap"));
        }

        /** What is on its heap after a full collection. */
        long liveHeapBytes() {
            return Long.parseLong(process.ask("live"));
        }

        @Override
        public void close() {
            process.close();
        }
    }

    @Override
    public void close() {
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the broker's data remain in " + folder, failure);
        }
    }
}
