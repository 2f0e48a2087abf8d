package dev.crispconnect.simulator.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket that holds a second's worth of requests and fills evenly. The rate may change from request to request.
 * Thread-safe.
 */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    // when the bucket will be full again, in nanoseconds since the epoch
    private long full;

    /**
     * Takes a request out of the bucket, if there is one.
     *
     * @return how long to wait for it; zero when it was taken
     */
    synchronized Duration take(int perSecond, Instant time) {
        long now = nanos(time);
        // further ahead than a whole bucket: the clock was put back
        if (full < now || full > now + SECOND) {
            full = now;
        }
        long missing = full + SECOND / perSecond - (now + SECOND);
        if (missing > 0) {
            return Duration.ofNanos(missing);
        }
        full += SECOND / perSecond;
        return Duration.ZERO;
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * SECOND + time.getNano();
    }
}
