package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import java.time.Duration;

/**
 * Crisp's clock, as far as answers tell, and how old what they show may be. An answer of the cache in front of Crisp (API
 * reference, section 2.4) may be old, and the time that it bears says nothing about that. But it shows the newest change that
 * it shows, with all before, and the cache forgets it after a while. Crisp's clock counts, as its dates are compared; where an
 * answer does not tell it, the newest date in the list stands in for it.
 *
 * <p>For one thread.
 */
final class CrispClock {

    /** So long the cache keeps an answer, if it is not told that something changed. */
    static final Duration MOST_KEPT = Duration.ofMinutes(10);

    /** Crisp tells its time in whole seconds, and an answer is underway for a while. */
    private static final long MARGIN_MS = 2_000;

    /** An answer whose clock is ahead of all others is believed for so long: it may be wrong, or others waited to be read. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    private final Time time;
    private boolean known;

    /** Whether an answer told it that was made just then; else it may be later by as much as the cache keeps answers. */
    private boolean exact;

    private long told;
    private long toldNanos;

    /** The same, by whichever answer came from a server whose clock is ahead of others, or waited least to be read. */
    private long mostTold;

    private long mostToldNanos;

    CrispClock(Time time) {
        this.time = time;
    }

    /** What a page proves that has just come. */
    AsOf read(ListPage<?> page) {
        long newest = newest(page);
        if (page.serverTime() == null) {
            // a bound only: a worker's clock that is ahead would put changes behind the watermark before they happen
            long shown = Math.min(newest, time.now().toEpochMilli());
            noteShown(shown);
            return new AsOf(shown, time.nanoTime(), false);
        }
        note(page.serverTime().toEpochMilli(), !page.cached());
        return page.cached() ? cached(newest) : new AsOf(now(), time.nanoTime(), false);
    }

    /** Epoch milliseconds that Crisp's clock has reached. */
    long now() {
        return told + since(toldNanos);
    }

    /** Epoch milliseconds that Crisp's clock has not passed, though answers tell whole seconds and may wait to be read. */
    long latest() {
        return exact ? mostTold + since(mostToldNanos) + MARGIN_MS : now() + MOST_KEPT.toMillis();
    }

    private AsOf cached(long newest) {
        long now = now();
        long shown = Math.min(Math.max(newest, now - MOST_KEPT.toMillis()), now);
        long oldest = Math.min(MOST_KEPT.toMillis(), Math.max(0, latest() - newest));
        return new AsOf(shown, time.nanoTime() - Duration.ofMillis(oldest).toNanos(), true);
    }

    /** What an old answer tells is a time that is past: it counts where nothing better is known. */
    private void note(long crispTime, boolean fresh) {
        if (fresh || !known || crispTime > now()) {
            told = crispTime;
            toldNanos = time.nanoTime();
        }
        if (fresh && (!exact || isAhead(crispTime))) {
            mostTold = crispTime;
            mostToldNanos = time.nanoTime();
        }
        known = true;
        exact |= fresh;
    }

    private boolean isAhead(long crispTime) {
        long since = since(mostToldNanos);
        return crispTime > mostTold + since || since > MOST_AHEAD.toMillis();
    }

    private void noteShown(long newest) {
        if (!known) {
            told = newest;
            toldNanos = time.nanoTime();
        }
    }

    private long since(long nanos) {
        return Duration.ofNanos(time.nanoTime() - nanos).toMillis();
    }

    private static long newest(ListPage<?> page) {
        return page.items().stream()
                .mapToLong(item -> Math.max(item.createdAt(), item.updatedAt()))
                .max()
                .orElse(0);
    }
}
