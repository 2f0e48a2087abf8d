package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a unit has come. Ages are told by Crisp's clock, carried on by the monotonic one since Crisp told it last, so a
 * worker whose own clock is wrong shows the same.
 *
 * <p>Written by the reading thread, read by any: the fields that both touch are volatile.
 */
final class UnitMetrics {

    private final Time time;
    private final Counts counts;

    /** Null until Crisp has answered. */
    private volatile Seen seen;

    private volatile Left left = Left.UNKNOWN;

    private volatile int queued;
    private volatile boolean gap;

    UnitMetrics(Time time, Counts counts) {
        this.time = time;
        this.counts = counts;
    }

    /** Where it is counted; by default nowhere. */
    interface Counts {

        default void looked() {}

        default void emitted(Feed feed) {}

        /** A record was emitted so long after what it tells of. */
        default void delayed(Feed feed, Duration delay) {}

        default void toldAgain() {}

        default void repaired(long messages) {}

        default void gapLasted(long millis) {}

        /** An element of the past was handled. */
        default void passed() {}
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
        counts.looked();
    }

    void emitted(Feed feed) {
        counts.emitted(feed);
    }

    /** @param floor what is older, epoch milliseconds, was not emitted late: it belongs to the past of something new */
    void emitted(Draft draft, long floor, Instant now) {
        counts.emitted(draft.feed());
        if (draft.tellsDelay() && draft.happenedAt().toEpochMilli() >= floor) {
            Duration delay = Duration.between(draft.happenedAt(), now);
            counts.delayed(draft.feed(), delay.isNegative() ? Duration.ZERO : delay);
        }
    }

    /** An event told what was emitted before. */
    void toldAgain() {
        counts.toldAgain();
    }

    /** So many messages were found that nobody had told. */
    void repaired(long messages) {
        counts.repaired(messages);
    }

    void gapLasted(long millis) {
        counts.gapLasted(millis);
    }

    void gap(boolean open) {
        gap = open;
    }

    int gapOpen() {
        return gap ? 1 : 0;
    }

    void queued(int reads) {
        queued = reads;
    }

    int queued() {
        return queued;
    }

    /** An element of the past was handled. */
    void passed() {
        counts.passed();
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
        if (last == null || last.position.walk().done() || last.position.walk().cursor() == Long.MAX_VALUE) {
            return Double.NaN;
        }
        return last.age(last.position.walk().cursor(), time.nanoTime());
    }
}
