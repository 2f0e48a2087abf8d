package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import dev.crispconnect.simulator.switches.Switches;

/** What the workspace's plan does not include is refused with 402 (Crisp API reference, sections 1.6 and 2.2). */
record PlanGate(Switches switches) {

    /** Refuses when the plan lacks it, by its name or by the switch that names single features. */
    void needs(PlanFeature feature) {
        if (switches.get(AnswerSwitch.REFUSED_BY_PLAN).contains(feature)
                || switches.get(AccessSwitch.PLAN).lacks(feature)) {
            throw Refusal.of(402, "subscription_upgrade_required");
        }
    }

    /** Refuses more participants of a conversation than the plan allows. */
    void participants(int count) {
        if (count > switches.get(AccessSwitch.PLAN).participants()) {
            throw Refusal.of(402, "subscription_upgrade_required");
        }
    }
}
