package dev.crispconnect.source.feed;

/**
 * When a list was as it was answered.
 *
 * @param time Crisp's clock, epoch milliseconds: no change up to then is missing
 * @param nanos by the worker's monotonic clock, a moment at which the list was not yet made
 * @param cached whether the cache in front of Crisp answered
 */
record AsOf(long time, long nanos, boolean cached) {

    /** Whether no change up to a time of Crisp's, epoch milliseconds, is missing. What was not cached is as of now. */
    boolean shows(long crispTime) {
        return !cached || time >= crispTime;
    }

    /** Whether the list was made after a moment of the worker's monotonic clock. */
    boolean madeAfter(long moment) {
        return !cached || nanos - moment >= 0;
    }

    /** Whichever shows less. */
    AsOf or(AsOf other) {
        return other.time < time ? other : this;
    }
}
