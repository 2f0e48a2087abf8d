package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Plan;

/**
 * Waits until as many requests as the plan says are held by its fault, one that keeps them from being answered, or
 * answered whole. So the worker dies exactly there, however slow the machine is.
 */
final class HeldRequests implements Watch {
    private final CrispSimulator crisp;
    private final Plan plan;
    private final long marker;
    private final long id;

    HeldRequests(CrispSimulator crisp, Plan plan) {
        this.crisp = crisp;
        this.plan = plan;
        this.marker = crisp.journal().marker();
        this.id = crisp.faults().add(plan);
    }

    @Override
    public boolean reached() {
        boolean spent = crisp.faults().pending().stream().noneMatch(pending -> pending.id() == id);
        return spent && held() >= plan.times();
    }

    @Override
    public void close() {
        crisp.faults().cancel(id);
        crisp.faults().release();
    }

    /** How many have taken what effect they have, and are held now. */
    private long held() {
        if (plan.faults().get(0) instanceof Fault.Silence) {
            return crisp.faults().silent();
        }
        return crisp.journal().since(marker).stream()
                .filter(entry -> entry.status() != 0 && plan.faults().get(0).equals(entry.fault()))
                .count();
    }
}
