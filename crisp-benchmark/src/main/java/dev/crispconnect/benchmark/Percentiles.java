package dev.crispconnect.benchmark;

import java.time.Duration;
import java.util.Arrays;

/** How long something took, many times. Immutable. */
final class Percentiles {

    private final long[] sortedNanos;

    private Percentiles(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    /**
     * Of these durations, in any order.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Percentiles ofNanos(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /** The shortest duration that at least this percentage of all did not exceed. */
    Duration at(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sortedNanos.length);
        return Duration.ofNanos(sortedNanos[Math.max(rank, 1) - 1]);
    }
}
