package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.budget.Patience;
import dev.crispconnect.source.budget.Spent;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.util.Map;

/** Purses for tests. */
final class Purses {

    private static final Patience PATIENCE = new Patience(Duration.ofMillis(500), Duration.ofMinutes(1));

    private Purses() {}

    /** One that never ends. */
    static Purse unbounded(UnitKey unit, Time time) {
        return of(unit, new BudgetSettings(0, 0), time);
    }

    static Purse of(UnitKey unit, BudgetSettings settings, Time time) {
        return new Purse(
                unit, new Allowance(settings, PATIENCE, Map.of(unit, Spent.NOTHING), new Notices(false, time), time));
    }
}
