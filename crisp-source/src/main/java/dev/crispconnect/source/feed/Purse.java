package dev.crispconnect.source.feed;

import dev.crispconnect.source.budget.DayBudget.Use;
import dev.crispconnect.source.budget.Spent;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;

/** The calls of one unit, and what it calls for now. For the reading thread. */
final class Purse {

    private final UnitKey unit;
    private final Allowance allowance;
    private Use use = Use.LIVE;

    Purse(UnitKey unit, Allowance allowance) {
        this.unit = unit;
        this.allowance = allowance;
    }

    UnitKey unit() {
        return unit;
    }

    Allowance allowance() {
        return allowance;
    }

    /** From now on calls are for the past, which leaves a reserve alone. */
    void forPast() {
        use = Use.BACKFILL;
    }

    /** From now on calls are for following changes. */
    void forChanges() {
        use = Use.LIVE;
    }

    boolean isForPast() {
        return use == Use.BACKFILL;
    }

    Duration untilCall() {
        return allowance.untilCall(unit, use);
    }

    /** Whether a call may be sent whose answer is not needed yet. */
    boolean allowsEarly() {
        return allowance.allowsEarly(use);
    }

    Spent spent() {
        return allowance.spentBy(unit);
    }
}
