package dev.crispconnect.quickstart;

import dev.crispconnect.quickstart.broker.LocalBroker;
import dev.crispconnect.quickstart.broker.Topics;
import dev.crispconnect.quickstart.console.Console;
import dev.crispconnect.quickstart.worker.LocalWorker;
import dev.crispconnect.quickstart.worker.WorkerRest;
import dev.crispconnect.quickstart.worker.WorkerRestException;
import dev.crispconnect.quickstart.worker.WorkerSettings;
import dev.crispconnect.simulator.SimulatorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Broker, worker, simulated Crisp and console: started in order, closed in reverse. Used by the main thread only. */
final class RunningQuickstart implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int MOST_STEPS = 150;

    private final Surroundings around;
    private final Instant started;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private LocalWorker worker;
    private WorkerRest rest;

    /** Nothing runs until {@link #start}; whatever that opened, {@link #close()} closes. */
    RunningQuickstart(Surroundings around) {
        this.around = around;
        this.started = around.clock().now();
    }

    /**
     * Starts everything and returns when both connectors run and commands can be typed, or when the end is announced.
     *
     * @param live how to reach the real Crisp; empty to simulate one
     * @throws SetupException when a connector does not run
     */
    void start(Options options, StateFolder state, Optional<CrispAccess> live) {
        var simulated = live.isPresent() ? Optional.<SimulatedCrisp>empty() : Optional.of(simulate());
        var broker = opened(LocalBroker.start(state.broker()));
        Topics.create(broker.bootstrap());
        progress("Kafka broker at " + broker.bootstrap());
        worker = opened(LocalWorker.start(
                new WorkerSettings(broker.bootstrap(), "crisp-connect", around.plugins(), options.restPort())));
        rest = new WorkerRest(worker.url());
        progress("Connect worker at " + worker.url());
        var console = opened(new Console(
                broker.bootstrap(), simulated.map(SimulatedCrisp::journal), started, around.screen(), around.ending()));
        var access = live.or(() -> simulated.map(SimulatedCrisp::access)).orElseThrow();
        install(new Connectors(access, broker.bootstrap(), simulated.isPresent()));
        simulated.ifPresent(crisp -> awaitThePast(console));
        if (!around.ending().announced()) {
            welcome(broker, access, state, simulated.isPresent());
            simulated.ifPresent(crisp -> crisp.letVisitorsIn(options.eventsPerSecond()));
            console.take(around.lines(), around.terminal());
        }
    }

    /**
     * Watches until the end is announced, and tells when a connector fails.
     *
     * @throws SetupException when the worker gives up
     */
    void watch() {
        while (!around.ending().within(OFTEN)) {
            if (worker.ended()) {
                throw new SetupException("The Connect worker gave up");
            }
            tellFailure(Connectors.SOURCE);
            tellFailure(Connectors.SINK);
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                around.screen().say("Not closed in order: " + e.getMessage());
            }
        }
    }

    private SimulatedCrisp simulate() {
        var simulated = opened(new SimulatedCrisp(SimulatorSettings.defaults()));
        progress("simulated Crisp at " + simulated.url());
        return simulated;
    }

    private void install(Connectors connectors) {
        var installation = new Installation(rest, around.ending());
        installation.install(Connectors.SOURCE, connectors.source());
        installation.install(Connectors.SINK, connectors.sink());
        installation.awaitRunning(Connectors.SOURCE);
        installation.awaitRunning(Connectors.SINK);
        progress("both connectors run");
    }

    /** Until the seeded conversations have come: from then on each has its number. */
    private void awaitThePast(Console console) {
        for (int step = 0; step < MOST_STEPS && console.conversations() < SimulatedCrisp.CONVERSATIONS; step++) {
            if (around.ending().within(STEP)) {
                return;
            }
        }
    }

    private void welcome(LocalBroker broker, CrispAccess access, StateFolder state, boolean simulated) {
        progress("running");
        around.screen()
                .say(String.format(Locale.ROOT, """

                          Crisp         %s
                          Kafka         %s
                          Connect REST  %sconnectors
                          log           %s
                        """, access.url(), broker.bootstrap(), worker.url(), state.log()));
        around.screen().say(whatToSee(simulated) + "\n");
        around.screen()
                .say("Type resolve 3, send 3 Hello, archive 3, profile lena@example.org nickname=Lena, list, help or"
                        + " quit.\n");
    }

    private static String whatToSee(boolean simulated) {
        var conversations = simulated
                ? "conversations and contacts that changed within a second or two."
                : "conversations and contacts that changed within a minute or two,\nas they cost requests, of which a token"
                        + " has so many a day.";
        return "Messages show the moment they are written, corrected or removed; " + conversations;
    }

    private void tellFailure(String connector) {
        try {
            rest.status(connector).failure().filter(told::add).ifPresent(reason -> around.screen()
                    .say(connector + " failed: " + reason));
        } catch (WorkerRestException e) {
            if (!e.soonBetter()) {
                throw new SetupException("The Connect worker does not answer: " + e.getMessage(), e);
            }
        }
    }

    private void progress(String what) {
        var elapsed = Duration.between(started, around.clock().now());
        around.screen().say(String.format(Locale.ROOT, "[%4.1f s] %s", elapsed.toMillis() / 1000.0, what));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }
}
