package dev.crispconnect.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own for what is measured, so that its heap and CPU are its own and each run starts cold. It is asked by
 * lines on its standard input and answers by lines on its standard output. Not thread-safe.
 */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter ask;

    private ChildProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.ask = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@code main} with this JVM's own Java and class path. */
    static ChildProcess start(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException("no second JVM could be started", failure);
        }
    }

    /**
     * The next line of the form {@code word rest}, other lines passed over.
     *
     * @return the rest
     */
    String await(String word) {
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(word + " ")) {
                    return line.substring(word.length() + 1);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new IllegalStateException("the measured process ended before it said " + word);
    }

    /** Sends a line and waits for the answer that begins with the same word. */
    String ask(String word) {
        try {
            ask.write(word);
            ask.newLine();
            ask.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return await(word);
    }

    /** CPU time it has used so far, all threads together. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory that the system gave it, from Linux's {@code /proc}; 0 elsewhere. */
    long peakResidentBytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /** Ends it at once, by SIGKILL where there are signals, and waits until it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Closes its standard input, upon which it ends; kills it when it does not within half a minute. */
    @Override
    public void close() {
        try {
            ask.close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
