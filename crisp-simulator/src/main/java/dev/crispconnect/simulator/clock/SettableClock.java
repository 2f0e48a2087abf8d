package dev.crispconnect.simulator.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Another clock's time, moved by an offset, or frozen at an instant. Runs with the other clock at first. Thread-safe.
 */
public final class SettableClock implements InstantSource {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final InstantSource base;
    private final AtomicReference<Reading> reading = new AtomicReference<>(new Reading(null, Duration.ZERO));

    /** Shows the time of {@code base} until it is moved. */
    public SettableClock(InstantSource base) {
        this.base = Objects.requireNonNull(base, "base");
    }

    @Override
    public Instant instant() {
        return reading.get().instant(base);
    }

    /** Whether it stands still. */
    public boolean frozen() {
        return reading.get().frozen() != null;
    }

    /**
     * A time that it can show.
     *
     * @throws IllegalArgumentException for times before 1970 and after 9999, which the API cannot write
     */
    public static Instant showable(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("The clock shows times from 1970 to 9999, not " + time + ".");
        }
        return time;
    }

    /**
     * Stands still at this time.
     *
     * @throws IllegalArgumentException when it is not {@link #showable}
     */
    public void freeze(Instant at) {
        reading.set(new Reading(showable(at), Duration.ZERO));
    }

    /**
     * Shows this time now and runs on from it.
     *
     * @throws IllegalArgumentException when it is not {@link #showable}
     */
    public void run(Instant from) {
        reading.set(new Reading(null, Duration.between(base.instant(), showable(from))));
    }

    /** Runs on from the time it shows now. */
    public void run() {
        reading.updateAndGet(current -> new Reading(null, Duration.between(base.instant(), current.instant(base))));
    }

    /**
     * Moves the time on, or back when {@code by} is negative; a clock that stands still goes on standing still.
     *
     * @return the new time
     * @throws IllegalArgumentException when it is not {@link #showable}
     */
    public Instant advance(Duration by) {
        return reading.updateAndGet(current -> current.moved(by, base)).instant(base);
    }

    /** Shows the other clock's time again. */
    public void reset() {
        reading.set(new Reading(null, Duration.ZERO));
    }

    /** @param frozen null while it runs */
    private record Reading(Instant frozen, Duration offset) {

        Instant instant(InstantSource base) {
            return frozen == null ? base.instant().plus(offset) : frozen;
        }

        Reading moved(Duration by, InstantSource base) {
            try {
                showable(instant(base).plus(by));
                return frozen == null ? new Reading(null, offset.plus(by)) : new Reading(frozen.plus(by), offset);
            } catch (DateTimeException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "The clock shows times from 1970 to 9999, and is not moved by " + by + ".", e);
            }
        }
    }
}
