package dev.crispconnect.source.budget;

import java.util.ArrayList;
import java.util.List;

/**
 * How many calls may be sent a day, and how many of them are kept for live work.
 *
 * @param requestsPerDay 0 for any number
 * @param reservePercent of a day's calls, the part that the backfill leaves alone
 */
public record BudgetSettings(long requestsPerDay, int reservePercent) {

    private static final int ALL = 100;

    /** Of a day's calls, for listing which websites installed a plugin: an hourly look at 150 of them takes 2 % of 5,000. */
    private static final int LISTING_PERCENT = 5;

    /** @throws IllegalArgumentException when a value is outside its range */
    public BudgetSettings {
        if (requestsPerDay < 0) {
            throw new IllegalArgumentException("requestsPerDay must be 0 or more, not " + requestsPerDay);
        }
        if (reservePercent < 0 || reservePercent > ALL) {
            throw new IllegalArgumentException("reservePercent must be 0 to 100, not " + reservePercent);
        }
    }

    /** Whether there is a bound at all. */
    public boolean bounded() {
        return requestsPerDay > 0;
    }

    /** How many calls of a day the backfill leaves alone; rounded up. */
    long reserve() {
        return percent(reservePercent);
    }

    private long percent(int percent) {
        return -Math.floorDiv(-requestsPerDay * percent, ALL);
    }

    /** The part of a day's calls that listing the websites that installed a plugin may spend; rounded up. */
    public BudgetSettings forListing() {
        return new BudgetSettings(percent(LISTING_PERCENT), 0);
    }

    /** The rest of them, for reading the websites. One call at least, as 0 would be no bound. */
    public BudgetSettings besidesListing() {
        return bounded()
                ? new BudgetSettings(Math.max(1, requestsPerDay - percent(LISTING_PERCENT)), reservePercent)
                : this;
    }

    /**
     * Divides the day's calls among tasks, which cannot see each other, by the number of their units. Nothing is lost to
     * rounding, and no task gets none, as 0 would be no bound; so a bound below the number of tasks is exceeded.
     *
     * @param units how many units each task has
     * @return the calls a day of each task; 0 for any number
     */
    public List<Long> split(List<Integer> units) {
        long all = units.stream().mapToLong(Integer::longValue).sum();
        List<Long> shares = new ArrayList<>(units.size());
        long unitsBefore = 0;
        for (int mine : units) {
            long share = part(unitsBefore + mine, all) - part(unitsBefore, all);
            shares.add(bounded() ? Math.max(1, share) : 0);
            unitsBefore += mine;
        }
        return List.copyOf(shares);
    }

    private long part(long units, long all) {
        return requestsPerDay * units / all;
    }
}
