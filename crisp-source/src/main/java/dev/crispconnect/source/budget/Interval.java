package dev.crispconnect.source.budget;

import java.time.Duration;

/**
 * How long to wait from one look to the next, where the operator did not say. Each kind of look may spend a share of its
 * unit's calls: of the day's, and when less is left than there should be at this hour, of what is left. So looks slow down
 * after a busy morning, and never hurry in the evening to spend what remained. Pure.
 */
public enum Interval {
    /** Looking for changed conversations, without realtime. */
    INBOX_POLL(40, Duration.ofSeconds(15), Duration.ofHours(1)),
    /** Looking for changed contacts, without realtime. */
    PEOPLE_POLL(40, Duration.ofMinutes(1), Duration.ofHours(6)),
    /** Listing what realtime events made dirty; nothing is sent when nothing is. */
    REFRESH(25, Duration.ofSeconds(5), Duration.ofMinutes(10)),
    /** Looking for conversations whose events were lost. 144 times a day at most. */
    INBOX_AUDIT(10, Duration.ofMinutes(10), Duration.ofHours(6)),
    /** Looking for contacts whose events were lost. 48 times a day at most. */
    PEOPLE_AUDIT(10, Duration.ofMinutes(30), Duration.ofHours(12));

    private static final double ALL = 100;
    private static final Duration DAY = Duration.ofDays(1);

    private final int sharePercent;
    private final Duration shortest;
    private final Duration longest;

    Interval(int sharePercent, Duration shortest, Duration longest) {
        this.sharePercent = sharePercent;
        this.shortest = shortest;
        this.longest = longest;
    }

    /**
     * The wait from now to the next look. Ends with the day when it would not before, as there are calls again then.
     *
     * @param outlook of the task's budget, now
     * @param units how many units spend from it
     */
    public Duration under(Outlook outlook, int units) {
        if (outlook.perDay() == 0) {
            return shortest;
        }
        double millis = Math.max(
                millisPerCall(DAY, outlook.perDay(), units),
                millisPerCall(outlook.untilNewDay(), outlook.left(), units));
        long most = Math.min(longest.toMillis(), outlook.untilNewDay().toMillis());
        return Duration.ofMillis(Math.max(shortest.toMillis(), Math.min(most, (long) Math.ceil(millis))));
    }

    /** How long one call must do; infinite when there is none. */
    private double millisPerCall(Duration time, long calls, int units) {
        return (double) time.toMillis() * units * ALL / ((double) sharePercent * calls);
    }

    int sharePercent() {
        return sharePercent;
    }

    Duration shortest() {
        return shortest;
    }

    Duration longest() {
        return longest;
    }
}
