package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.record.Feed;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How far a unit has come. Ages are told by Crisp's clock, carried on by the monotonic one since Crisp told it last, so a
 * worker whose own clock is wrong shows the same.
 *
 * <p>Written by the reading thread, read by any: {@code seen} is the one field that both touch, and is volatile.
 */
final class UnitMetrics {

    private final Time time;
    private final Runnable looks;
    private final Consumer<Feed> records;

    /** Null until Crisp has answered. */
    private volatile Seen seen;

    UnitMetrics(Time time, Runnable looks, Consumer<Feed> records) {
        this.time = time;
        this.looks = looks;
        this.records = records;
    }

    /** @param asOf Crisp's clock, epoch milliseconds, at {@code nanos} of ours */
    private record Seen(Position position, long asOf, long nanos) {

        private double age(long moment, long nowNanos) {
            return asOf - moment + (double) Duration.ofNanos(nowNanos - nanos).toMillis();
        }
    }

    void looked() {
        looks.run();
    }

    void emitted(Feed feed) {
        records.accept(feed);
    }

    /** The unit is here now. */
    void reached(Position position, long asOf) {
        seen = new Seen(position, asOf, time.nanoTime());
    }

    double watermarkAgeMillis() {
        Seen last = seen;
        return last == null ? Double.NaN : last.age(last.position.watermark(), time.nanoTime());
    }

    int backfillDone() {
        Seen last = seen;
        return last != null && last.position.backfill().done() ? 1 : 0;
    }

    double backfillAgeMillis() {
        Seen last = seen;
        if (last == null
                || last.position.backfill().done()
                || last.position.backfill().createdAt() == Long.MAX_VALUE) {
            return Double.NaN;
        }
        return last.age(last.position.backfill().createdAt(), time.nanoTime());
    }
}
