package dev.crispconnect.simulator.traffic;

import dev.crispconnect.simulator.workspace.Workspace;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Life in a workspace: visitors write, operators answer, conversations are opened, resolved and reopened, profiles change;
 * now and then somebody types or reads, a message is corrected, removed or comes in late with the time of its writing, and a
 * state is set by hand. The same seed on the same workspace gives the same actions in the same order; only the pace is real time. One daemon
 * thread of its own while it runs. Thread-safe.
 */
public final class VisitorTraffic implements AutoCloseable {

    private final Stage stage;
    private final TrafficScript script;
    private final List<Consumer<Action>> observers = new CopyOnWriteArrayList<>();
    private final AtomicLong performed = new AtomicLong();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(VisitorTraffic::daemon);
    private ScheduledFuture<?> running;

    /** Nothing happens until it is started. What the workspace holds now takes part, but no more than its newest 10,000
     * conversations. */
    public VisitorTraffic(Workspace workspace, long seed) {
        this.stage = new Stage(workspace);
        this.script = new TrafficScript(seed, stage.conversations(), stage.profiles());
    }

    /** Calls the observer after each action, on the thread that performed it. */
    public void onAction(Consumer<Action> observer) {
        observers.add(observer);
    }

    /**
     * Goes on at this pace from now on.
     *
     * @param eventsPerSecond more than 0
     */
    public synchronized void start(double eventsPerSecond) {
        if (!(eventsPerSecond > 0)) {
            throw new IllegalArgumentException("eventsPerSecond must be more than 0, not " + eventsPerSecond);
        }
        stop();
        long periodNanos = Math.max(1, Math.round(TimeUnit.SECONDS.toNanos(1) / eventsPerSecond));
        running = thread.scheduleAtFixedRate(this::step, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
    }

    /** Pauses after the action that is under way. */
    public synchronized void stop() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }

    /** Performs the next action now, on the calling thread, whatever the pace. */
    public void step() {
        Action action;
        synchronized (stage) {
            action = script.next();
            if (!stage.perform(action)) {
                return;
            }
            performed.incrementAndGet();
        }
        observers.forEach(observer -> observer.accept(action));
    }

    /** How many actions were performed. */
    public long performed() {
        return performed.get();
    }

    /** Stops for good. May be called twice. */
    @Override
    public void close() {
        stop();
        thread.shutdown();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "visitor-traffic");
        thread.setDaemon(true);
        return thread;
    }
}
