package dev.crispconnect.simulator.fault;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which faults are still to come. Rules are asked in the order in which they were added; the first that strikes decides
 * and the others are not asked. Thread-safe.
 */
public final class FaultPlan {

    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /** The next request meets this fault. */
    public void once(Fault fault) {
        times(1, Target.any(), fault);
    }

    /** The next such request meets this fault. */
    public void once(Target target, Fault fault) {
        times(1, target, fault);
    }

    /** The next {@code count} requests meet this fault. */
    public void times(int count, Fault fault) {
        times(count, Target.any(), fault);
    }

    /** The next {@code count} such requests meet this fault. */
    public void times(int count, Target target, Fault fault) {
        rules.add(new Counted(target, fault, count));
    }

    /** From now on every such request meets this fault, until {@link #clear()}. */
    public void always(Target target, Fault fault) {
        times(Integer.MAX_VALUE, target, fault);
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
        if (share < 0 || share > 1 || faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "a rate needs a share from 0 to 1 and at least one fault, not " + share + " and " + faults);
        }
        rules.add(new Share(target, List.copyOf(faults), share, new Random(seed)));
    }

    /** Forgets every fault that is still to come. */
    public void clear() {
        rules.clear();
    }

    /** Takes the fault that the given request meets out of the plan. */
    public Optional<Fault> next(String method, String template) {
        for (Rule rule : rules) {
            if (rule.target().matches(method, template)) {
                Optional<Fault> fault = rule.strike();
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private interface Rule {
        Target target();

        Optional<Fault> strike();
    }

    private static final class Counted implements Rule {

        private final Target target;
        private final Fault fault;
        private int left;

        Counted(Target target, Fault fault, int count) {
            this.target = target;
            this.fault = fault;
            this.left = count;
        }

        @Override
        public Target target() {
            return target;
        }

        @Override
        public synchronized Optional<Fault> strike() {
            if (left == 0) {
                return Optional.empty();
            }
            if (left != Integer.MAX_VALUE) {
                left--;
            }
            return Optional.of(fault);
        }
    }

    private record Share(Target target, List<Fault> faults, double share, Random random) implements Rule {

        @Override
        public synchronized Optional<Fault> strike() {
            if (random.nextDouble() >= share) {
                return Optional.empty();
            }
            return Optional.of(faults.get(random.nextInt(faults.size())));
        }
    }
}
