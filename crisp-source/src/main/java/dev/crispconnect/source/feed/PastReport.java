package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.budget.Forecast;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far the past has been read and when it ends. Crisp tells how many contacts there are, and not how many
 * conversations: where that is not known, nor is the end, and this says so.
 *
 * <p>For one thread.
 */
final class PastReport {

    private static final Logger LOG = LoggerFactory.getLogger(PastReport.class);

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int STEPS = 10;
    private static final String UNKNOWN = "unknown";

    private final Purse purse;
    private final UnitMetrics metrics;
    private final Time time;

    /** Of the walk that is being made, since the task began or it did. */
    private Walked walked = Walked.NOTHING;

    private OptionalLong total = OptionalLong.empty();
    private boolean askedForTotal;
    private boolean again;
    private long callsAtStart;
    private long callsBefore;
    private long nanosBefore;
    private long toldNanos;
    private long toldStep = -1;

    PastReport(Purse purse, UnitMetrics metrics, Time time) {
        this.purse = purse;
        this.metrics = metrics;
        this.time = time;
        this.toldNanos = time.nanoTime();
    }

    /**
     * What was done.
     *
     * @param elements how many were handled, whether they were wanted or not
     * @param calls that it took
     * @param nanos that these took
     * @param from place in the list where it began
     */
    private record Walked(long elements, long calls, long nanos, long from) {

        private static final Walked NOTHING = new Walked(0, 0, 0, -1);

        private Walked plus(long moreCalls, long moreNanos) {
            return new Walked(elements, calls + moreCalls, nanos + moreNanos, from);
        }
    }

    void pageBegins(Position position) {
        if (walked.calls() == 0 || again != position.repeats()) {
            again = position.repeats();
            walked = new Walked(0, 0, 0, position.walk().index());
            callsAtStart = purse.allowance().calls();
            askedForTotal = false;
            toldStep = -1;
        }
        callsBefore = purse.allowance().calls();
        nanosBefore = time.nanoTime();
    }

    /** One more element was handled. */
    void passed() {
        walked = new Walked(walked.elements() + 1, walked.calls(), walked.nanos(), walked.from());
        metrics.passed();
    }

    boolean wantsTotal() {
        return !askedForTotal;
    }

    /** So many elements there are, if that is known. */
    void total(OptionalLong elements) {
        askedForTotal = true;
        total = elements;
    }

    void pageEnds(Position position) {
        walked = walked.plus(purse.allowance().calls() - callsBefore, time.nanoTime() - nanosBefore);
        if (position.walk().done() || position.repeats() != again) {
            metrics.pastEndsIn(Double.NaN, Optional.empty());
            return;
        }
        OptionalLong left = left(position.walk());
        Optional<Duration> ends = ends(left, position.walk());
        metrics.pastEndsIn(left.isPresent() ? left.getAsLong() : Double.NaN, ends);
        long step =
                left.isEmpty() ? -1 : STEPS * (total.getAsLong() - left.getAsLong()) / Math.max(1, total.getAsLong());
        boolean furtherStep = step > toldStep && toldStep >= 0;
        if (furtherStep || time.nanoTime() - toldNanos >= INTERVAL.toNanos()) {
            tell(position.walk(), left, ends);
            toldNanos = time.nanoTime();
        }
        toldStep = step;
    }

    /** By the place in the list; elements that are added or removed meanwhile make it a little wrong. */
    private OptionalLong left(Backfill walk) {
        return total.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, total.getAsLong() - walk.index() - 1));
    }

    private Optional<Duration> ends(OptionalLong left, Backfill walk) {
        double places = walk.index() - walked.from();
        if (left.isEmpty() || places <= 0) {
            return Optional.empty();
        }
        return forecast().flatMap(forecast -> forecast.of(left.getAsLong() * walked.calls() / places));
    }

    /** Empty before there is anything to conclude from. */
    private Optional<Forecast> forecast() {
        long all = purse.allowance().calls() - callsAtStart;
        if (walked.calls() == 0 || all == 0) {
            return Optional.empty();
        }
        double millis = (double) Duration.ofNanos(walked.nanos()).toMillis() / walked.calls();
        double share = Math.min(1, (double) walked.calls() / all);
        return Optional.of(new Forecast(purse.allowance().supplyOfPast(), share, millis));
    }

    private void tell(Backfill walk, OptionalLong left, Optional<Duration> ends) {
        LOG.info(
                "The past is being read: unit={} again={} elements={} calls={} callsPerElement={} reached={} left={}"
                        + " endsIn={} elementsPerDayAtMost={}",
                purse.unit().asText(),
                again,
                walked.elements(),
                walked.calls(),
                walked.elements() == 0 ? UNKNOWN : String.format(Locale.ROOT, "%.2f", callsPerElement()),
                walk.cursor() == Long.MAX_VALUE ? UNKNOWN : Instant.ofEpochMilli(walk.cursor()),
                left.isPresent() ? left.getAsLong() : UNKNOWN,
                ends.isPresent() ? ends.get().truncatedTo(ChronoUnit.MINUTES) : UNKNOWN,
                elementsPerDay().map(Object::toString).orElse(UNKNOWN));
    }

    private Optional<Long> elementsPerDay() {
        return forecast()
                .map(Forecast::callsPerDay)
                .filter(calls -> walked.elements() > 0 && !calls.isInfinite())
                .map(calls -> (long) (calls / callsPerElement()));
    }

    private double callsPerElement() {
        return (double) walked.calls() / walked.elements();
    }
}
