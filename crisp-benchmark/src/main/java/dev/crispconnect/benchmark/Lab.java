package dev.crispconnect.benchmark;

import dev.crispconnect.quickstart.broker.LocalBroker;
import dev.crispconnect.quickstart.worker.WorkerRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What every run needs: a broker in this process, and workers in processes of their own. */
final class Lab implements AutoCloseable {

    private static final List<String> WORKER_JVM =
            List.of("-Xms256m", "-Xmx512m", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20");

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

    /** A worker, in its own JVM, that has the plugin of {@code module}. */
    ChildProcess startWorker(String module, int run) {
        Path plugins = repository.resolve(module).resolve("target/plugin");
        return ChildProcess.start(
                WorkerProcess.class, WORKER_JVM, List.of(bootstrap(), "benchmark-" + run, plugins.toString()));
    }

    /** Waits for the worker to be ready and gives it a connector. */
    void install(ChildProcess worker, String connector, Map<String, String> config) {
        new WorkerRest(URI.create(worker.await("ready"))).putConfig(connector, new HashMap<>(config));
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
