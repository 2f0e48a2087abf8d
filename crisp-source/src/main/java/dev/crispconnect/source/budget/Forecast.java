package dev.crispconnect.source.budget;

import java.time.Duration;
import java.util.Optional;

/**
 * How long calls for the past will take, if things go on as they have. Pure.
 *
 * @param supply what the budget gives
 * @param share of all calls of the task, the part that these calls get: above 0, at most 1
 * @param millisPerCall how long one has taken
 */
public record Forecast(Supply supply, double share, double millisPerCall) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final double MOST_DAYS = 36_500;

    /**
     * What the budget gives to the past.
     *
     * @param perDay calls a day; {@link Long#MAX_VALUE} for any number
     * @param leftToday the same, for the rest of the day
     * @param untilNewDay until there are {@code perDay} again
     */
    public record Supply(long perDay, long leftToday, Duration untilNewDay) {}

    /** Until these calls have been sent and answered; empty when that will never be. */
    public Optional<Duration> of(double calls) {
        double sending = calls * millisPerCall / share;
        double today = supply.leftToday() * share;
        if (calls <= today) {
            return Optional.of(Duration.ofMillis((long) Math.ceil(sending)));
        }
        double daysOfCalls = (calls - today) / (supply.perDay() * share);
        if (Double.isNaN(daysOfCalls) || daysOfCalls > MOST_DAYS) {
            return Optional.empty();
        }
        // what is sent on the last day is sent from its midnight on
        double fullDays = Math.ceil(daysOfCalls) - 1;
        double onLastDay = (daysOfCalls - fullDays) * supply.perDay() * millisPerCall;
        Duration byBudget =
                supply.untilNewDay().plus(DAY.multipliedBy((long) fullDays)).plusMillis((long) Math.ceil(onLastDay));
        return Optional.of(byBudget.toMillis() > sending ? byBudget : Duration.ofMillis((long) Math.ceil(sending)));
    }

    /** How many calls a day these may be; infinite for any number. */
    public double callsPerDay() {
        double ofTheBudget = supply.perDay() == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : supply.perDay() * share;
        double inTime = DAY.toMillis() * share / millisPerCall;
        return Math.min(ofTheBudget, inTime);
    }
}
