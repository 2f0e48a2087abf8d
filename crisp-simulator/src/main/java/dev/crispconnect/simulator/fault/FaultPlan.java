package dev.crispconnect.simulator.fault;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which faults are still to come. Plans are asked in the order in which they were added; the first that strikes decides and
 * the others are not asked. Thread-safe.
 */
public final class FaultPlan {

    private final AtomicLong ids = new AtomicLong();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Set<Runnable> silent = ConcurrentHashMap.newKeySet();

    /**
     * A plan that has not struck for the last time.
     *
     * @param id what {@link #cancel} takes
     * @param left how often it still strikes; {@link Plan#ALWAYS} for ever
     * @param struck how often it has struck
     */
    public record Pending(long id, Plan plan, int left, long struck) {}

    /**
     * Plans faults.
     *
     * @return what {@link #cancel} takes
     */
    public long add(Plan plan) {
        Rule rule = new Rule(ids.incrementAndGet(), plan);
        rules.add(rule);
        return rule.id();
    }

    /** The next request meets this fault. */
    public void once(Fault fault) {
        add(Plan.of(fault));
    }

    /** The next such request meets this fault. */
    public void once(Target target, Fault fault) {
        add(Plan.of(fault).at(target));
    }

    /** The next {@code count} requests meet this fault. */
    public void times(int count, Fault fault) {
        add(Plan.of(fault).times(count));
    }

    /** The next {@code count} such requests meet this fault. */
    public void times(int count, Target target, Fault fault) {
        add(Plan.of(fault).at(target).times(count));
    }

    /** From now on every such request meets this fault, until {@link #clear()}. */
    public void always(Target target, Fault fault) {
        add(Plan.of(fault).at(target).always());
    }

    /** See {@link #rate(double, long, Target, List)}, for every request. */
    public void rate(double share, long seed, List<Fault> faults) {
        rate(share, seed, Target.any(), faults);
    }

    /**
     * From now on this share of such requests meets one of the faults, each equally likely. The same seed strikes the
     * same requests, counted from now.
     *
     * @param share 0 to 1
     */
    public void rate(double share, long seed, Target target, List<Fault> faults) {
        add(Plan.of(faults).at(target).always().share(share, seed));
    }

    /** What is still to come, in the order in which it is asked. */
    public List<Pending> pending() {
        return rules.stream().filter(rule -> !rule.spent()).map(Rule::pending).toList();
    }

    /** Forgets one plan; false when there is none of that id. */
    public boolean cancel(long id) {
        return rules.removeIf(rule -> rule.id() == id && !rule.spent());
    }

    /** Forgets every fault that is still to come. What is silent already stays so. */
    public void clear() {
        rules.clear();
    }

    /** Takes the fault that the given request meets out of the plan; null for none. */
    public Fault next(Request request) {
        for (Rule rule : rules) {
            Fault fault = rule.strike(request);
            if (fault != null) {
                forgetIfSpent(rule);
                return fault;
            }
        }
        return null;
    }

    private void forgetIfSpent(Rule rule) {
        if (rule.spent()) {
            rules.remove(rule);
        }
    }

    /** Keeps a request silent: {@link #release()} runs this, once. */
    public void hold(Runnable end) {
        silent.add(end);
    }

    /** A silent request is over, as its caller is gone. */
    public void forget(Runnable end) {
        silent.remove(end);
    }

    /** How many requests are kept silent. */
    public int silent() {
        return silent.size();
    }

    /**
     * Ends the silence of every request that is kept silent now.
     *
     * @return how many there were
     */
    public int release() {
        List<Runnable> ends = List.copyOf(silent);
        int released = 0;
        for (Runnable end : ends) {
            if (silent.remove(end)) {
                end.run();
                released++;
            }
        }
        return released;
    }
}
