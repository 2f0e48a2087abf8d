package dev.crispconnect.source.feed;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.budget.BudgetSettings;
import dev.crispconnect.source.budget.DayBudget;
import dev.crispconnect.source.budget.DayBudget.Use;
import dev.crispconnect.source.budget.Forecast;
import dev.crispconnect.source.budget.Interval;
import dev.crispconnect.source.budget.Patience;
import dev.crispconnect.source.budget.Spent;
import dev.crispconnect.source.budget.TokenState;
import dev.crispconnect.source.budget.TokenState.Phase;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which calls a task may send, and when: what the day's budget leaves, and how Crisp treats the token.
 *
 * <p>For the reading thread; {@link #callsLeft()} for any.
 */
final class Allowance {

    private static final Logger LOG = LoggerFactory.getLogger(Allowance.class);

    /** Clocks are set, so a budget that is closed until midnight is asked again. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final DayBudget budget;
    private final int units;
    private final Time time;
    private TokenState token;
    private boolean closed;
    private long calls;
    private volatile long left;

    /** @param stored what each unit of the task had spent when it stored its offset */
    Allowance(BudgetSettings settings, Patience patience, Map<UnitKey, Spent> stored, Time time) {
        Map<String, Spent> spent = new HashMap<>();
        stored.forEach((unit, calls) -> spent.put(unit.asText(), calls));
        this.budget = new DayBudget(settings, spent, time.now());
        this.token = TokenState.fresh(patience, time.now());
        this.units = stored.size();
        this.time = time;
        this.left = budget.left(Use.LIVE, time.now());
    }

    /** How long to wait before asking again whether a call may be sent; zero when one may be. */
    Duration untilCall(Use use) {
        Instant now = time.now();
        boolean open = budget.allows(use, now);
        if (use == Use.LIVE && closed == open) {
            closed = !open;
            tellBudget(now);
        }
        return open ? token.untilNextCall(now) : LONGEST_WAIT;
    }

    /** Whether the past has calls left today. */
    boolean allowsPast() {
        return budget.allows(Use.BACKFILL, time.now());
    }

    /** A call was answered; one that the cache answered costs nothing, and tells nothing of the token. */
    void answered(UnitKey unit, boolean cached) {
        if (!cached) {
            spend(unit);
            turn(token.served(time.now()), unit, "");
        }
    }

    /** A call is sent, whose answer nobody will tell. */
    void sent(UnitKey unit) {
        spend(unit);
    }

    /** A call failed. */
    void failed(UnitKey unit, CrispException failure) {
        if (failure.cached()) {
            return;
        }
        spend(unit);
        if (failure instanceof CrispException.Throttled) {
            turn(token.refused(time.now(), failure.retryAfter(), time.fraction()), unit, failure.getMessage());
        } else if (failure.status() != 0) {
            turn(token.served(time.now()), unit, "");
        }
    }

    /** How many calls the task has spent since it began. */
    long calls() {
        return calls;
    }

    Forecast.Supply supplyOfPast() {
        return budget.supplyOfPast(time.now());
    }

    Spent spentBy(UnitKey unit) {
        return budget.spentBy(unit.asText());
    }

    /** An interval that the operator did not set. */
    Duration derived(Interval interval) {
        return interval.under(budget.outlook(time.now()), units);
    }

    /** Calls that may still be sent today; NaN for any number. */
    double callsLeft() {
        return left == Long.MAX_VALUE ? Double.NaN : left;
    }

    private void spend(UnitKey unit) {
        calls++;
        budget.spend(unit.asText(), time.now());
        left = budget.left(Use.LIVE, time.now());
    }

    private void turn(TokenState next, UnitKey unit, String why) {
        Phase before = token.phase();
        token = next;
        if (next.phase() == before) {
            return;
        }
        switch (next.phase()) {
            case SERVED -> LOG.info("Crisp limits the token no longer: unit={}", unit.asText());
            case LIMITED ->
                LOG.warn(
                        "Crisp limits the token; calls are sent more slowly: unit={} failure={} nextCallInMs={}",
                        unit.asText(),
                        why,
                        next.untilNextCall(time.now()).toMillis());
            case EXHAUSTED ->
                LOG.warn(
                        "The token's quota seems to be used up, by this connector or by others that share it: nothing is"
                                + " read until Crisp answers again, which is tried now and then. Events are still heard."
                                + " unit={} since={}",
                        unit.asText(),
                        next.since());
        }
    }

    private void tellBudget(Instant now) {
        if (closed) {
            LOG.warn(
                    "The day's calls are spent; nothing is read before midnight UTC, events are still heard. Raise"
                            + " quota.requests.per.day if Crisp grants more: until={}",
                    budget.closedUntil(Use.LIVE, now).orElse(now));
        } else {
            LOG.info("There are calls again: left={}", budget.left(Use.LIVE, now));
        }
    }
}
