package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.record.Feed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How far a unit has come. Ages are told by Crisp's clock, carried on by the monotonic one since Crisp told it last, so a
 * worker whose own clock is wrong shows the same.
 *
 * <p>Written by the reading thread, read by any: {@code seen} and {@code left} are the fields that both touch, and are volatile.
 */
final class UnitMetrics {

    private final Time time;
    private final Runnable looks;
    private final Consumer<Feed> records;
    private final Runnable passed;

    /** Null until Crisp has answered. */
    private volatile Seen seen;

    private volatile Left left = Left.UNKNOWN;

    UnitMetrics(Time time, Runnable looks, Consumer<Feed> records, Runnable passed) {
        this.time = time;
        this.looks = looks;
        this.records = records;
        this.passed = passed;
    }

    /** @param asOf Crisp's clock, epoch milliseconds, at {@code nanos} of ours */
    private record Seen(Position position, long asOf, long nanos) {

        private double age(long moment, long nowNanos) {
            return asOf - moment + (double) Duration.ofNanos(nowNanos - nanos).toMillis();
        }
    }

    /**
     * What is left of the past.
     *
     * @param elements NaN when not known
     * @param ends when, by our monotonic clock; empty when not known
     */
    private record Left(double elements, Optional<Long> ends) {

        private static final Left UNKNOWN = new Left(Double.NaN, Optional.empty());
    }

    void looked() {
        looks.run();
    }

    void emitted(Feed feed) {
        records.accept(feed);
    }

    /** An element of the past was handled. */
    void passed() {
        passed.run();
    }

    /**
     * So much is left of the past.
     *
     * @param elements NaN when not known
     */
    void pastEndsIn(double elements, Optional<Duration> duration) {
        left = new Left(elements, duration.map(until -> time.nanoTime() + until.toNanos()));
    }

    double pastElementsLeft() {
        return left.elements;
    }

    double pastEndsInMillis() {
        return left.ends
                .map(ends -> (double)
                        Math.max(0, Duration.ofNanos(ends - time.nanoTime()).toMillis()))
                .orElse(Double.NaN);
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
        return last != null && last.position.walk().done() ? 1 : 0;
    }

    double backfillAgeMillis() {
        Seen last = seen;
        if (last == null || last.position.walk().done() || last.position.walk().createdAt() == Long.MAX_VALUE) {
            return Double.NaN;
        }
        return last.age(last.position.walk().createdAt(), time.nanoTime());
    }
}
