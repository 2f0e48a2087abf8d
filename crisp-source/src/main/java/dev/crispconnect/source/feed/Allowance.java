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
import dev.crispconnect.source.record.Notice;
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
    private final Notices notices;
    private final Time time;
    private TokenState token;
    private boolean closed;
    private long calls;

    /** Calls whose end was not told yet; each may cost one of the day's. */
    private int underway;

    /** How often the token was refused something. */
    private long refusals;

    private volatile long left;

    /** @param stored what each unit of the task had spent when it stored its offset */
    Allowance(BudgetSettings settings, Patience patience, Map<UnitKey, Spent> stored, Notices notices, Time time) {
        Map<String, Spent> spent = new HashMap<>();
        stored.forEach((unit, calls) -> spent.put(unit.asText(), calls));
        this.budget = new DayBudget(settings, spent, time.now());
        this.token = TokenState.fresh(patience, time.now());
        this.units = stored.size();
        this.notices = notices;
        this.time = time;
        this.left = budget.left(Use.LIVE, time.now());
    }

    /** How long to wait before asking again whether a call may be sent; zero when one may be. */
    Duration untilCall(UnitKey unit, Use use) {
        Instant now = time.now();
        boolean open = budget.left(use, now) > underway;
        if (use == Use.LIVE && closed == open) {
            closed = !open;
            tellBudget(unit, now);
        }
        return open ? token.untilNextCall(now) : LONGEST_WAIT;
    }

    /** Whether the past has calls left today. */
    boolean allowsPast() {
        return budget.left(Use.BACKFILL, time.now()) > underway;
    }

    /**
     * Whether a call may be sent whose answer is not needed yet: only while Crisp serves whatever is asked. Once it has
     * refused something, one call waits for the other.
     */
    boolean allowsEarly(Use use) {
        Instant now = time.now();
        return token.isFree() && token.untilNextCall(now).isZero() && budget.left(use, now) > underway;
    }

    /**
     * A call is sent. Its end must be told once: {@link #answered}, {@link #failed} or {@link #abandoned}.
     *
     * @return to be given back with its end
     */
    long begun() {
        underway++;
        return refusals;
    }

    /** A call was answered; one that the cache answered costs nothing, and tells nothing of the token. */
    void answered(UnitKey unit, boolean cached, long begun) {
        underway--;
        if (!cached) {
            spend(unit);
            served(unit, begun);
        }
    }

    /** Nobody will hear how a call ends that was begun. */
    void abandoned(UnitKey unit) {
        underway--;
        spend(unit);
    }

    /** A call is sent, whose answer nobody will tell. */
    void sent(UnitKey unit) {
        spend(unit);
    }

    /** A call failed. */
    void failed(UnitKey unit, CrispException failure, long begun) {
        underway--;
        if (failure.cached()) {
            return;
        }
        spend(unit);
        if (failure instanceof CrispException.Throttled) {
            refused(unit, failure, begun);
        } else if (failure.status() != 0) {
            served(unit, begun);
        }
    }

    /** What was sent before the last refusal says nothing about how the token is treated since. */
    private void served(UnitKey unit, long begun) {
        if (begun == refusals) {
            turn(token.served(time.now()), unit, "");
        }
    }

    private void refused(UnitKey unit, CrispException failure, long begun) {
        if (begun == refusals) {
            refusals++;
            turn(token.refused(time.now(), failure.retryAfter(), time.fraction()), unit, failure.getMessage());
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
        if (before == Phase.EXHAUSTED) {
            notices.tell(Notice.Kind.QUOTA_RESUMED, unit, Map.of());
        }
        switch (next.phase()) {
            case SERVED -> LOG.info("Crisp limits the token no longer: unit={}", unit.asText());
            case LIMITED ->
                LOG.warn(
                        "Crisp limits the token; calls are sent more slowly: unit={} failure={} nextCallInMs={}",
                        unit.asText(),
                        why,
                        next.untilNextCall(time.now()).toMillis());
            case EXHAUSTED -> {
                notices.tell(
                        Notice.Kind.QUOTA_EXHAUSTED,
                        unit,
                        Map.of("since", next.since().toString()));
                LOG.warn(
                        "The token's quota seems to be used up, by this connector or by others that share it: nothing is"
                                + " read until Crisp answers again, which is tried now and then. Events are still heard."
                                + " unit={} since={}",
                        unit.asText(),
                        next.since());
            }
        }
    }

    private void tellBudget(UnitKey unit, Instant now) {
        if (closed) {
            Instant until = budget.closedUntil(Use.LIVE, now).orElse(now);
            notices.tell(Notice.Kind.BUDGET_SPENT, unit, Map.of("until", until.toString()));
            LOG.warn(
                    "The day's calls are spent; nothing is read before midnight UTC, events are still heard. Raise"
                            + " quota.requests.per.day if Crisp grants more: until={}",
                    until);
        } else {
            notices.tell(Notice.Kind.BUDGET_RESUMED, unit, Map.of());
            LOG.info("There are calls again: left={}", budget.left(Use.LIVE, now));
        }
    }
}
