package dev.crispconnect.client.metrics;

import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.Arrays;

/**
 * Average and maximum of the durations of the last minute, to ten seconds. Safe for use by many threads: guarded by this
 * object.
 */
public final class RecentTimes {

    private static final int SLOTS = 6;
    private static final long SLOT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Time time;
    private final long startNanos;
    private final long[] slotOf = new long[SLOTS];
    private final long[] count = new long[SLOTS];
    private final long[] sumMillis = new long[SLOTS];
    private final long[] maxMillis = new long[SLOTS];

    public RecentTimes(Time time) {
        this.time = time;
        this.startNanos = time.nanoTime();
        Arrays.fill(slotOf, -1);
    }

    public synchronized void add(Duration duration) {
        long now = slotNow();
        int place = (int) (now % SLOTS);
        if (slotOf[place] != now) {
            slotOf[place] = now;
            count[place] = 0;
            sumMillis[place] = 0;
            maxMillis[place] = 0;
        }
        count[place]++;
        sumMillis[place] += duration.toMillis();
        maxMillis[place] = Math.max(maxMillis[place], duration.toMillis());
    }

    /** In milliseconds; NaN when there was none. */
    public synchronized double average() {
        long counted = 0;
        long sum = 0;
        for (int place = 0; place < SLOTS; place++) {
            if (isRecent(place)) {
                counted += count[place];
                sum += sumMillis[place];
            }
        }
        return counted == 0 ? Double.NaN : (double) sum / counted;
    }

    /** In milliseconds; NaN when there was none. */
    public synchronized double maximum() {
        long max = -1;
        for (int place = 0; place < SLOTS; place++) {
            if (isRecent(place)) {
                max = Math.max(max, maxMillis[place]);
            }
        }
        return max < 0 ? Double.NaN : (double) max;
    }

    private boolean isRecent(int place) {
        return slotOf[place] >= 0 && slotNow() - slotOf[place] < SLOTS;
    }

    private long slotNow() {
        return (time.nanoTime() - startNanos) / SLOT_NANOS;
    }
}
