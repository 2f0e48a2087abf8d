package dev.crispconnect.quickstart;

import dev.crispconnect.quickstart.console.Ending;
import dev.crispconnect.quickstart.console.Screen;
import dev.crispconnect.simulator.WallClock;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One process to try the connectors: a Kafka broker, a Connect worker with both plugins, and a simulated Crisp with visitors,
 * or the real one. Started by the script {@code quickstart}, which tells by system properties what only it knows: {@code
 * quickstart.plugins} (folders, separated as in a class path) and {@code quickstart.terminal} ({@code true} when somebody sits
 * at one).
 */
public final class Quickstart {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(9);

    private final Surroundings around;

    private Quickstart(Surroundings around) {
        this.around = around;
    }

    public static void main(String[] arguments) {
        var ending = new Ending();
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitClosed(ending, closed), "ending"));
        int status = new Quickstart(surroundings(ending)).run(List.of(arguments));
        closed.countDown();
        System.exit(status);
    }

    /** Runs until the end is announced; returns the process's status. */
    private int run(List<String> arguments) {
        try {
            var options = Options.parse(arguments);
            if (options.help()) {
                around.screen().say(Options.USAGE);
                return 0;
            }
            run(options);
            return 0;
        } catch (UsageException e) {
            around.screen().say(e.getMessage() + "\n" + Options.USAGE);
            return WRONG_USE;
        } catch (SetupException e) {
            around.screen().say(e.getMessage());
            return FAILED;
        }
    }

    private void run(Options options) {
        var live = options.live() ? Optional.of(CrispAccess.live(around.environment())) : Optional.<CrispAccess>empty();
        refuseMissingPlugins();
        refuseTakenPort(options.restPort());
        try (var state = StateFolder.open(options.state(), options.keep())) {
            System.setProperty("quickstart.log", state.log().toString());
            serve(options, state, live);
        }
    }

    private void serve(Options options, StateFolder state, Optional<CrispAccess> live) {
        try (var running = new RunningQuickstart(around)) {
            running.start(options, state, live);
            running.watch();
            around.screen().say("stopping");
        } catch (SetupException e) {
            throw new SetupException(e.getMessage() + "\nMore is in " + state.log(), e);
        } catch (RuntimeException e) {
            throw new SetupException("It does not work: " + e + "\nMore is in " + state.log(), e);
        }
    }

    private void refuseMissingPlugins() {
        around.plugins().stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(folder -> {
                    throw new SetupException("There is no plugin in " + folder
                            + ": start ./quickstart, or build it with mvn package -DskipTests");
                });
    }

    private static void refuseTakenPort(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new SetupException("Port " + port + " is taken: choose another with --port <number>", e);
        }
    }

    /** What the shutdown hook does: after Ctrl-C the process lives until the main thread has closed everything. */
    private static void awaitClosed(Ending ending, CountDownLatch closed) {
        ending.announce();
        try {
            closed.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Surroundings surroundings(Ending ending) {
        boolean terminal = Boolean.getBoolean("quickstart.terminal");
        boolean colour = terminal && System.getenv("NO_COLOR") == null;
        var plugins = System.getProperty(
                "quickstart.plugins", "crisp-source/target/plugin" + File.pathSeparator + "crisp-sink/target/plugin");
        return new Surroundings(
                System.getenv(),
                System.in,
                terminal,
                Arrays.stream(plugins.split(File.pathSeparator)).map(Path::of).toList(),
                new Screen(System.out, colour, ZoneId.systemDefault()),
                ending,
                new WallClock());
    }
}
