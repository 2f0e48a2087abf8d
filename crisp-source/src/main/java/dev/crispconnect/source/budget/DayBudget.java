package dev.crispconnect.source.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many calls a task may still send today, and for what. A day is one of UTC, as nobody knows when Crisp's begins (API
 * reference, section 2.2). Has no clock: the time is given to it. Who calls asks first ({@link #closedUntil}) and tells
 * afterwards ({@link #spend}).
 *
 * <p>A clock that is set back over midnight gives no calls back, and one that was more than a day ahead does not close the
 * budget until that day comes: what was counted under it counts today.
 *
 * <p>For one thread.
 */
public final class DayBudget {

    private static final long DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);

    private final BudgetSettings settings;
    private final Map<String, Spent> spent = new HashMap<>();
    private long day;
    private long total;

    /** What a call is for. */
    public enum Use {
        /** To follow changes, and to probe: may spend everything. */
        LIVE,
        /** To walk the past: leaves the reserve alone. */
        BACKFILL
    }

    /**
     * A budget that goes on from what was spent.
     *
     * @param settings the calls a day of this task, not of the whole token: see {@link BudgetSettings#split}
     * @param stored by unit, what its offset carried
     */
    public DayBudget(BudgetSettings settings, Map<String, Spent> stored, Instant now) {
        long today = dayOf(now);
        boolean setBack = stored.values().stream().anyMatch(unit -> unit.epochDay() == today + 1);
        this.settings = settings;
        this.spent.putAll(stored);
        begin(setBack ? today + 1 : today);
    }

    /** Whether a call may be sent now. */
    public boolean allows(Use use, Instant now) {
        return left(use, now) > 0;
    }

    /**
     * When a call may be sent again, which is when the next day begins; empty when one may be sent now. Ask again once a
     * minute while you wait: clocks are set.
     */
    public Optional<Instant> closedUntil(Use use, Instant now) {
        return allows(use, now) ? Optional.empty() : Optional.of(nextDay());
    }

    /** How many calls may still be sent today; {@link Long#MAX_VALUE} for any number. */
    public long left(Use use, Instant now) {
        turn(now);
        if (!settings.bounded()) {
            return Long.MAX_VALUE;
        }
        long kept =
                switch (use) {
                    case LIVE -> 0;
                    case BACKFILL -> settings.reserve();
                };
        return Math.max(0, settings.requestsPerDay() - kept - total);
    }

    /**
     * Counts a call that was sent. Every call counts that may have reached Crisp, whatever became of it; an answer of the
     * cache in front of Crisp does not (section 2.4).
     *
     * @return what the unit has spent today, with this call
     */
    public Spent spend(String unit, Instant now) {
        turn(now);
        total++;
        return spent.merge(unit, new Spent(day, 1), (before, call) -> before.plus(call.calls()));
    }

    /** What the unit has spent, for its offset. */
    public Spent spentBy(String unit) {
        return spent.getOrDefault(unit, new Spent(day, 0));
    }

    /** What the past may spend, now and on the days to come. */
    public Forecast.Supply supplyOfPast(Instant now) {
        long perDay = settings.bounded() ? settings.requestsPerDay() - settings.reserve() : Long.MAX_VALUE;
        return new Forecast.Supply(perDay, left(Use.BACKFILL, now), Duration.between(now, nextDay()));
    }

    /** What {@link Interval}s are derived from. */
    public Outlook outlook(Instant now) {
        long left = left(Use.LIVE, now);
        return new Outlook(settings.requestsPerDay(), left, Duration.between(now, nextDay()));
    }

    private void turn(Instant now) {
        long today = dayOf(now);
        boolean setBack = today == day - 1;
        if (today != day && !setBack) {
            begin(today);
        }
    }

    private void begin(long newDay) {
        day = newDay;
        spent.replaceAll((unit, before) -> before.on(newDay));
        total = spent.values().stream().mapToLong(Spent::calls).sum();
    }

    private Instant nextDay() {
        return Instant.ofEpochSecond((day + 1) * DAY_SECONDS);
    }

    private static long dayOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), DAY_SECONDS);
    }
}
