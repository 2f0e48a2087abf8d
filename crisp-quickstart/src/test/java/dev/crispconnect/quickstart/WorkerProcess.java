package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Kafka's own distributed worker in a process of its own, which is not asked to end: it is killed. */
final class WorkerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("advertising URL (http://[0-9.:]+/)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(10);

    private final Process process;
    private final Path log;
    private final Thread lastResort;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.lastResort = new Thread(process::destroyForcibly, "end of " + log.getFileName());
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /**
     * Starts a worker; does not wait for it.
     *
     * @param folder gets its log, {@code <name>.log}
     */
    static WorkerProcess start(Path folder, String name, Map<String, String> settings) {
        try {
            var file = folder.resolve(name + ".properties");
            write(file, settings);
            var log = folder.resolve(name + ".log");
            // one of an earlier run tells where that run's worker was
            Files.deleteIfExists(log);
            var target = Path.of("target").toAbsolutePath();
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.net.preferIPv4Stack=true",
                    "-Dquickstart.log=" + log,
                    "-cp",
                    target.resolve("crisp-quickstart.jar") + File.pathSeparator + target.resolve("lib") + "/*",
                    "org.apache.kafka.connect.cli.ConnectDistributed",
                    file.toString());
            var output = folder.resolve(name + ".out").toFile();
            return new WorkerProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output)
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its REST API answers, once it does. */
    URI url() {
        return Awaitility.await("the worker of " + log)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(this::address, address -> address != null);
    }

    /** What it has to say. */
    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        assertThat(process.isAlive()).as("the worker of %s lives", log).isTrue();
        close();
    }

    /** SIGSTOP: it does nothing, and whoever waits for it does not know why. */
    void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor())
                    .as("SIG%s to the worker of %s", name, log)
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(LONGEST_DEATH.toSeconds(), TimeUnit.SECONDS))
                    .as("the worker of %s is gone", log)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private URI address() throws IOException {
        assertThat(process.isAlive()).as("the worker of %s lives", log).isTrue();
        if (!Files.exists(log)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(ADDRESS::matcher)
                    .filter(found -> found.find())
                    .map(found -> URI.create(found.group(1)))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void write(Path file, Map<String, String> settings) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
    }
}
