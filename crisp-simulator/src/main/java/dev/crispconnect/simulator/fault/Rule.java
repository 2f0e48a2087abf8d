package dev.crispconnect.simulator.fault;

import java.util.Random;

/** A plan on its way: knows how many requests still pass and how many are still struck. Thread-safe. */
final class Rule {

    private final long id;
    private final Plan plan;
    private final Random random;
    private int toSkip;
    private int left;
    private long struck;

    Rule(long id, Plan plan) {
        this.id = id;
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.toSkip = plan.skip();
        this.left = plan.times();
    }

    long id() {
        return id;
    }

    synchronized FaultPlan.Pending pending() {
        return new FaultPlan.Pending(id, plan, left, struck);
    }

    synchronized boolean spent() {
        return left == 0;
    }

    /** The fault that this request meets; null for none. */
    Fault strike(Request request) {
        boolean wanted =
                plan.target().matches(request) && plan.faults().stream().anyMatch(fault -> fault.suits(request));
        return wanted ? struckNow(request) : null;
    }

    private synchronized Fault struckNow(Request request) {
        if (left == 0) {
            return null;
        }
        if (toSkip > 0) {
            toSkip--;
            return null;
        }
        Fault fault = drawn();
        if (fault == null || !fault.suits(request)) {
            return null;
        }
        if (left != Plan.ALWAYS) {
            left--;
        }
        struck++;
        return fault;
    }

    private Fault drawn() {
        double chance = random.nextDouble();
        return chance < plan.share()
                ? plan.faults().get((int) (chance / plan.share() * plan.faults().size()))
                : null;
    }
}
