package dev.crispconnect.source.budget;

/**
 * The calls that a unit has cost on one day: what its offset carries, so that a restart does not forget it.
 *
 * @param epochDay the day (UTC), counted from 1970-01-01
 * @param calls those that cost quota
 */
public record Spent(long epochDay, long calls) {

    /** Nothing was ever spent. */
    public static final Spent NOTHING = new Spent(0, 0);

    /** Nobody is given more; the sum over any number of units fits a {@code long}. */
    private static final long MOST_CALLS = 1_000_000_000_000L;

    /** @throws IllegalArgumentException when the number of calls cannot be one */
    public Spent {
        if (calls < 0 || calls > MOST_CALLS) {
            throw new IllegalArgumentException("calls must be 0 to " + MOST_CALLS + ", not " + calls);
        }
    }

    /** After more calls on the same day. */
    public Spent plus(long more) {
        return new Spent(epochDay, calls + more);
    }

    /** What of it counts on a day. What is said to be of a later one was counted by a clock that ran ahead, and counts. */
    Spent on(long day) {
        return new Spent(day, epochDay < day ? 0 : calls);
    }
}
