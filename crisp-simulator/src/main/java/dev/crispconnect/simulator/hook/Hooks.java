package dev.crispconnect.simulator.hook;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.HookSwitch;
import dev.crispconnect.simulator.switches.Switches;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;

/**
 * Tells addresses what happens (Crisp API reference, section 6): at least once within the attempts, then lost. How often and
 * when it tries again, and whether order is kept, nobody knows: see {@link HookSwitch}. Thread-safe.
 */
public final class Hooks implements AutoCloseable {

    private static final int KEPT_ATTEMPTS = 10_000;

    private final BiPredicate<Hook, String> reach;
    private final Courier courier;
    private final HookFaults faults = new HookFaults();
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final Deque<Attempt> attempts = new ArrayDeque<>();

    /**
     * Nothing is sent yet.
     *
     * @param reach whether a hook may hear of a website at all: a plugin's only where the plugin is installed
     */
    public Hooks(Switches switches, InstantSource clock, BiPredicate<Hook, String> reach) {
        this.reach = reach;
        this.courier = new Courier(switches, clock, this::keep);
    }

    /** The hook hears what happens from now on. */
    public void add(Hook hook) {
        hooks.add(hook);
    }

    /** The hook hears nothing new; what is on its way still comes. */
    public void remove(Hook hook) {
        hooks.remove(hook);
    }

    /** Who is told. */
    public List<Hook> all() {
        return List.copyOf(hooks);
    }

    /** What is still to go wrong. */
    public HookFaults faults() {
        return faults;
    }

    /** The newest attempts that are over, in the order in which they ended. */
    public List<Attempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    /** Sends an event to whom it concerns. Returns at once. */
    public void tell(Event event) {
        for (Hook hook : hooks) {
            if (hook.hears(event.name(), event.websiteId()) && reach.test(hook, event.websiteId())) {
                faults.pass(new Delivery(hook, event, 1)).forEach(courier::take);
            }
        }
    }

    /** Forgets every hook, every attempt and every fault. */
    public void reset() {
        hooks.clear();
        faults.clear();
        synchronized (attempts) {
            attempts.clear();
        }
    }

    /** Sends nothing more. May be called twice. */
    @Override
    public void close() {
        courier.close();
    }

    private void keep(Attempt attempt) {
        synchronized (attempts) {
            if (attempts.size() == KEPT_ATTEMPTS) {
                attempts.removeFirst();
            }
            attempts.addLast(attempt);
        }
    }
}
