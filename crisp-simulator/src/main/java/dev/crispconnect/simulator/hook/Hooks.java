package dev.crispconnect.simulator.hook;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.HookSwitch;
import dev.crispconnect.simulator.switches.Switches;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Tells addresses what happens (Crisp API reference, section 6): at least once within the attempts, then lost. How often and
 * when it tries again, and whether order is kept, nobody knows: see {@link HookSwitch}. Thread-safe.
 */
public final class Hooks implements AutoCloseable {

    private final BiPredicate<Hook, String> reach;
    private final Supplier<Round> rounds;
    private final HookFaults faults = new HookFaults();
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private volatile Round round;

    /**
     * Nothing is sent yet.
     *
     * @param reach whether a hook may hear of a website at all: a plugin's only where the plugin is installed
     */
    public Hooks(Switches switches, InstantSource clock, BiPredicate<Hook, String> reach) {
        this.reach = reach;
        this.rounds = () -> {
            AttemptLog log = new AttemptLog();
            return new Round(new Courier(switches, clock, log::keep), log);
        };
        this.round = rounds.get();
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
        return round.log().newest();
    }

    /** Sends an event to whom it concerns. Returns at once. */
    public void tell(Event event) {
        List<Hook> hearing = hooks.stream()
                .filter(hook -> hook.hears(event.name(), event.websiteId()) && reach.test(hook, event.websiteId()))
                .toList();
        if (!hearing.isEmpty()) {
            int copies = faults.copies();
            Courier courier = round.courier();
            hearing.forEach(
                    hook -> faults.pass(new Delivery(hook, event, 1), copies).forEach(courier::take));
        }
    }

    /** Forgets every hook, every attempt and every fault; nothing that is on its way still comes. */
    public void reset() {
        hooks.clear();
        faults.reset();
        Round before = round;
        round = rounds.get();
        before.courier().close();
    }

    /** Sends nothing more. May be called twice. */
    @Override
    public void close() {
        round.courier().close();
    }

    /** From one fresh start to the next. */
    private record Round(Courier courier, AttemptLog log) {}
}
