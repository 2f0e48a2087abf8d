package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.command.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The commands that wait and those that are being executed: in order inside a lane, lanes side by side up to a bound. A lane
 * stays taken until its command has an outcome, however often it must be repeated, so nothing overtakes.
 *
 * <p>Used by the task's thread, by the client's threads that bring answers, and by the timer's. All fields are guarded by
 * {@code lock}, which is never held while something is sent or told. A thread whose start of one command ends another leaves
 * what that freed to the start it is in, so no thread is deeper in calls than one command needs.
 */
public final class Lanes {

    private final Object lock = new Object();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Queue<Lane> ready = new ArrayDeque<>();
    private final UnderWay running = new UnderWay();
    private final Set<Thread> starting = new HashSet<>();
    private boolean halted;

    private final Crisp crisp;
    private final Consumer<Finished> onFinished;

    /**
     * Lanes in which nothing waits yet.
     *
     * @param observer told of what it takes, on any thread; must not block
     * @param onFinished told of each outcome, on any thread; must not block
     */
    public Lanes(
            CrispClient client,
            Timer timer,
            Time time,
            DeliverySettings settings,
            DeliveryObserver observer,
            Consumer<Finished> onFinished) {
        this.crisp = new Crisp(
                client,
                new Gate(settings, time, observer),
                timer,
                time,
                settings,
                new ExecutedIds(settings.remembered()),
                observer);
        this.onFinished = onFinished;
    }

    /** Puts commands at the end of their lanes and starts what may start. Returns without waiting for anything. */
    public void add(List<Order> orders) {
        synchronized (lock) {
            for (Order order : orders) {
                Lane lane =
                        lanes.computeIfAbsent(order.command().command().target().lane(), Lane::new);
                if (lane.add(order)) {
                    ready.add(lane);
                }
            }
        }
        start();
    }

    /** How many commands are being executed, those that wait to be repeated included. */
    public int inFlight() {
        synchronized (lock) {
            return running.size();
        }
    }

    /** Calls a second that are sent at most now; NaN for any number. */
    public double callsPerSecond() {
        return crisp.gate().callsPerSecond();
    }

    /** Calls that may still be sent today; NaN for any number. */
    public double callsLeft() {
        return crisp.gate().callsLeft();
    }

    /** Starts nothing more and lets what is being executed end. */
    public void halt() {
        synchronized (lock) {
            halted = true;
        }
    }

    /**
     * Forgets the commands that wait, gives the calls that are on the wire a moment to end, and cancels the rest.
     *
     * @param which the commands that are meant
     * @throws InterruptedException when interrupted while waiting; then nothing is cancelled
     */
    public void drop(Predicate<Order> which, Duration moment) throws InterruptedException {
        UnderWay.Leaving leaving;
        synchronized (lock) {
            lanes.values().forEach(lane -> lane.forget(which));
            lanes.values().removeIf(Lane::isUnused);
            ready.removeIf(Lane::nothingWaits);
            leaving = running.leaving(which);
        }
        leaving.endWithin(moment);
    }

    private void start() {
        synchronized (lock) {
            if (!starting.add(Thread.currentThread())) {
                return;
            }
        }
        boolean more = startUpTo(crisp.settings().maxInFlight());
        if (more) {
            // the thread that brought us here has other work to do
            crisp.timer().after(Duration.ZERO, this::start);
        }
    }

    /** Ends the thread's turn of starting. @return whether more could be started */
    private boolean startUpTo(int count) {
        for (int started = 0; ; started++) {
            Execution next;
            synchronized (lock) {
                boolean possible = !halted
                        && !ready.isEmpty()
                        && running.size() < crisp.settings().maxInFlight();
                if (!possible || started == count) {
                    starting.remove(Thread.currentThread());
                    return possible;
                }
                Lane lane = ready.remove();
                Order order = lane.take();
                next = new Execution(
                        order,
                        crisp,
                        () -> proofBehind(lane, order),
                        (execution, finished) -> ended(lane, execution, finished));
                running.began(next);
            }
            next.run();
        }
    }

    private Step.Lookup<?> proofBehind(Lane lane, Order order) {
        synchronized (lock) {
            return lane.proofBehind(order);
        }
    }

    private void ended(Lane lane, Execution execution, Finished finished) {
        if (finished != null) {
            onFinished.accept(finished);
        }
        synchronized (lock) {
            halted |= finished != null && finished.outcome() instanceof Outcome.Fatal;
            if (lane.free()) {
                ready.add(lane);
            } else {
                lanes.remove(lane.key());
            }
            running.ended(execution);
        }
        start();
    }
}
