package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.journal.Entry;
import dev.crispconnect.simulator.switches.AccessSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the sink does when something happens to it: it is refused, stopped, killed, or finds a million commands waiting. */
final class SinkEvents {

    private static final int CONVERSATIONS = 2_000;
    private static final int IN_FLIGHT = 64;
    private static final Duration THINK_TIME = Duration.ofMillis(20);

    private static final int REFUSED_COMMANDS = 100;
    private static final double REFUSED_SHARE = 0.05;
    private static final int LIMIT = 50;
    private static final int LIMITED_COMMANDS = 30 * LIMIT;
    private static final int THROTTLED = 429;
    private static final int BACKLOG = 20_000;
    private static final int MILLION = 1_000_000;
    private static final int OF_THE_MILLION = 100_000;
    private static final int HEAP_MEGABYTES = 256;
    private static final int MANY_IN_FLIGHT = 256;

    private final Lab lab;
    private final Consumer<String> line;

    SinkEvents(Lab lab, Consumer<String> line) {
        this.lab = lab;
        this.line = line;
    }

    /** One call in twenty is refused, at random, and asks for a wait of two seconds. */
    void refused() {
        try (SinkStage stage = SinkStage.open(lab, SimulatorSettings.defaults(), CONVERSATIONS, REFUSED_COMMANDS)) {
            stage.simulator()
                    .faults()
                    .rate(REFUSED_SHARE, 1, List.of(Fault.status(429, "rate_limited", Duration.ofSeconds(2))));
            stage.topic().write(stage.load(), 0, REFUSED_COMMANDS);
            try (Lab.Worker worker = stage.startWorker(Lab.MEMORY)) {
                worker.install(stage.connector(), stage.config(IN_FLIGHT));
                stage.awaitCommitted(worker, REFUSED_COMMANDS);
                List<Entry> calls = stage.simulator().journal().entries();
                tell(
                        "5 %% of calls answered 429 with Retry-After: 2, %d commands | %s; %s; %d calls in %d s",
                        REFUSED_COMMANDS,
                        stage.check(),
                        RefusalCheck.of(calls),
                        calls.size(),
                        Duration.between(
                                        calls.get(0).time(),
                                        calls.get(calls.size() - 1).time())
                                .toSeconds());
            }
        }
    }

    /** The token may make so many calls a second, which the sink has to find out. */
    void limited() {
        SimulatorSettings settings = SimulatorSettings.defaults()
                .with(AccessSwitch.RATE_LIMIT, LIMIT)
                .with(AccessSwitch.RATE_LIMIT_ANSWER, AccessSwitch.RateLimitAnswer.RETRY_AFTER);
        try (SinkStage stage = SinkStage.open(lab, settings, CONVERSATIONS, LIMITED_COMMANDS)) {
            stage.topic().write(stage.load(), 0, LIMITED_COMMANDS);
            try (Lab.Worker worker = stage.startWorker(Lab.MEMORY)) {
                worker.install(stage.connector(), stage.config(IN_FLIGHT));
                stage.awaitCommitted(worker, LIMITED_COMMANDS);
                List<Entry> calls = stage.simulator().journal().entries();
                Rate served = Rate.of(calls.stream()
                        .filter(call -> call.status() != THROTTLED)
                        .map(Entry::time)
                        .toList());
                tell(
                        "limiter of %d calls/s, %d commands, each with a look-up | %.1f calls served/s (%.1f in the last three quarters), %d of %d calls"
                                + " refused; %s",
                        LIMIT,
                        LIMITED_COMMANDS,
                        served.perSecond(),
                        served.steadyPerSecond(),
                        calls.size() - served.count(),
                        calls.size(),
                        stage.check());
            }
        }
    }

    /** A worker that is stopped in the middle of its work, one that is killed, and one that ends what they began. */
    void ended() {
        SimulatorSettings settings = SimulatorSettings.defaults().withThinkTime(THINK_TIME);
        try (SinkStage stage = SinkStage.open(lab, settings, CONVERSATIONS, BACKLOG)) {
            stage.topic().write(stage.load(), 0, BACKLOG);
            long began;
            try (Lab.Worker worker = stage.startWorker(Lab.MEMORY)) {
                worker.install(stage.connector(), stage.config(IN_FLIGHT));
                stage.awaitSent(BACKLOG / 4);
                began = Stopwatch.nanos();
            }
            tell("clean stop in the middle of a backlog | %.1f s", (Stopwatch.nanos() - began) / 1e9);
            try (Lab.Worker worker = restarted(stage, "clean stop")) {
                stage.awaitSent(BACKLOG / 2);
                worker.kill();
            }
            try (Lab.Worker worker = restarted(stage, "SIGKILL")) {
                stage.awaitCommitted(worker, BACKLOG);
                tell("a stop and a SIGKILL in %,d commands | %s", BACKLOG, stage.check());
            }
        }
    }

    /** Starts a worker and tells when it called Crisp first, and how many look-ups it needed. */
    private Lab.Worker restarted(SinkStage stage, String after) {
        long marker = stage.simulator().journal().marker();
        long lookups = stage.read();
        long sent = stage.sent();
        long began = Stopwatch.nanos();
        Lab.Worker worker = stage.startWorker(Lab.MEMORY);
        long ready = Stopwatch.nanos();
        SinkStage.await(() -> stage.simulator().journal().marker() > marker);
        Instant first = stage.simulator().journal().since(marker).get(0).time();
        stage.awaitSent(Math.min(sent + BACKLOG / 4, BACKLOG));
        tell(
                "start after a %s | first call %.1f s after the process began (worker ready after %.1f s), look-ups %,d"
                        + " (500 of each partition, counted on from one that is found)",
                after, (Stopwatch.nanos(first) - began) / 1e9, (ready - began) / 1e9, stage.read() - lookups);
        return worker;
    }

    /** A small heap and a long backlog. */
    void waiting() {
        SimulatorSettings settings = SimulatorSettings.defaults().withThinkTime(THINK_TIME);
        try (SinkStage stage = SinkStage.open(lab, settings, CONVERSATIONS, MILLION)) {
            stage.topic().write(stage.load(), 0, MILLION);
            try (Lab.Worker worker = stage.startWorker(List.of("-Xmx" + HEAP_MEGABYTES + "m"))) {
                worker.install(stage.connector(), stage.config(MANY_IN_FLIGHT));
                stage.awaitSent(OF_THE_MILLION / 2);
                Duration before = worker.cpu();
                long sent = stage.sent();
                stage.awaitSent(OF_THE_MILLION);
                Duration cpu = worker.cpu().minus(before);
                tell(
                        "%,d commands waiting, %d in flight, -Xmx%dm, after %,d of them | peak RSS %d MB; CPU %d us per command"
                                + " in the second half of them",
                        MILLION,
                        MANY_IN_FLIGHT,
                        HEAP_MEGABYTES,
                        OF_THE_MILLION,
                        worker.peakResidentBytes() >> 20,
                        cpu.toNanos() / 1_000 / (stage.sent() - sent));
            }
        }
    }

    private void tell(String format, Object... figures) {
        line.accept("| " + String.format(Locale.ROOT, format, figures) + " | " + Load.now() + " |");
    }
}
