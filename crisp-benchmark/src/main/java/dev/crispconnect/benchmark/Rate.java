package dev.crispconnect.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How fast something went, from the moments at which its parts arrived.
 *
 * @param count how many there were
 * @param perSecond over the whole run, cold start included
 * @param steadyPerSecond over the last three quarters
 */
record Rate(int count, double perSecond, double steadyPerSecond) {

    /** From the moments in ascending order, two at least. */
    static Rate of(List<Instant> moments) {
        int quarter = moments.size() / 4;
        return new Rate(moments.size(), perSecond(moments), perSecond(moments.subList(quarter, moments.size())));
    }

    private static double perSecond(List<Instant> moments) {
        Duration took = Duration.between(moments.get(0), moments.get(moments.size() - 1));
        return (moments.size() - 1) / (took.toNanos() / 1e9);
    }
}
