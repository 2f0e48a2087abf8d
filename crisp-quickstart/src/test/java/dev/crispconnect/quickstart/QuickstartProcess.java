package dev.crispconnect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A program of ours in a process of its own, as the script starts it, with its input and output in the test's hands. */
final class QuickstartProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Process process;
    private final Writer input;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reading;

    private QuickstartProcess(Process process) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.reading = new Thread(this::read, "output");
        reading.start();
    }

    /** Starts the quickstart with an environment that adds to the test's own. */
    static QuickstartProcess quickstart(Map<String, String> environment, String... options) throws IOException {
        return start("dev.crispconnect.quickstart.Quickstart", environment, options);
    }

    /** Starts a simulated Crisp that runs until its input ends. */
    static QuickstartProcess simulator(String... options) throws IOException {
        return start("dev.crispconnect.simulator.SimulatorMain", Map.of(), options);
    }

    void type(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    void endInput() throws IOException {
        input.close();
    }

    /** Asks the process to end, as Ctrl-C does. */
    void interrupt() {
        process.toHandle().destroy();
    }

    /** Waits for a line that has all these parts in this order, and returns it. */
    String awaitLine(String... parts) {
        var wanted = String.join(".*", Arrays.stream(parts).map(Pattern::quote).toList());
        var pattern = Pattern.compile(wanted);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(lines)
                .anyMatch(line -> pattern.matcher(line).find()));
        return lines.stream()
                .filter(line -> pattern.matcher(line).find())
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the numbers before {@code unit}, in the lines that have this beginning, come to a total. */
    void awaitSum(String beginning, String unit, int total) {
        var number = Pattern.compile(Pattern.quote(beginning) + ".*?([0-9]+) " + Pattern.quote(unit));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(
                        lines.stream()
                                .map(number::matcher)
                                .filter(Matcher::find)
                                .mapToInt(found -> Integer.parseInt(found.group(1)))
                                .sum())
                .as(beginning + " " + unit)
                .isEqualTo(total));
    }

    /** Waits until the process has ended, and returns its status. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS))
                .as("the process has ended within 10 s")
                .isTrue();
        reading.join(PATIENCE.toMillis());
        return process.exitValue();
    }

    String output() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static QuickstartProcess start(String main, Map<String, String> environment, String... options)
            throws IOException {
        var target = Path.of("target").toAbsolutePath();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquickstart.plugins=" + plugins("source") + File.pathSeparator + plugins("sink"),
                "-cp",
                target.resolve("crisp-quickstart.jar") + File.pathSeparator + target.resolve("lib") + "/*",
                main));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CRISP_"));
        builder.environment().putAll(environment);
        return new QuickstartProcess(builder.start());
    }

    private static Path plugins(String module) {
        return Repository.ROOT.resolve("crisp-" + module).resolve("target").resolve("plugin");
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }
}
