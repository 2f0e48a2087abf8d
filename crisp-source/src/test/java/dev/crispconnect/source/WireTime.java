package dev.crispconnect.source;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.simulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The time on both sides of a wire. A test lets it pass; then the one thread that reads moves it, from one of its deadlines to
 * the next, but not while anything is under way to Crisp or back. So a day passes in a moment, and what is read in it is what
 * would be read in a real one.
 */
final class WireTime implements Time {

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int MOST_GLANCES = 30_000;

    final ManualClock crisp;
    private final Instant start;
    private final Duration skew;

    /** Whether events, or the end of their connection, are still to be heard. */
    private volatile BooleanSupplier talking = () -> false;

    /** Of every backoff, from 0 to 1; with 0 nothing waits before it tries again. */
    volatile double jitter = 0.5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** This and what follows is guarded by the lock. */
    private long nanos;

    private long horizon;
    private int underway;
    private boolean parked;
    private boolean reading;

    /** @param skew how far the worker's clock is ahead of Crisp's */
    WireTime(Instant start, Duration skew) {
        this.start = start;
        this.skew = skew;
        this.crisp = new ManualClock(start);
    }

    /** Whether there is a thread that reads; without one, time passes at once. */
    void reading(boolean reads) {
        lock.lock();
        try {
            reading = reads;
            parked = false;
        } finally {
            lock.unlock();
        }
    }

    /** Time stands still as long as this holds; from any thread, and without waiting. */
    void standsStillWhile(BooleanSupplier condition) {
        talking = condition;
    }

    /** Something is on its way, and time waits for it. */
    void departed() {
        change(1);
    }

    /** It has arrived. */
    void arrived() {
        change(-1);
    }

    /** Lets so much time pass, and waits until it has and nothing is left to be done. */
    void pass(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            horizon += duration.toNanos();
            if (!reading) {
                move(horizon - nanos);
            }
            awaitIdle();
        } finally {
            lock.unlock();
        }
    }

    /** A millisecond passes, whatever is under way: no two things happen in the same one. */
    void tick() {
        lock.lock();
        try {
            horizon += TimeUnit.MILLISECONDS.toNanos(1);
            move(TimeUnit.MILLISECONDS.toNanos(1));
        } finally {
            lock.unlock();
        }
    }

    private void awaitIdle() throws InterruptedException {
        int glances = 0;
        while (reading && !(parked && underway == 0 && nanos == horizon)) {
            if (glances++ > MOST_GLANCES) {
                throw new AssertionError("the reading thread does not come to rest: parked=" + parked + " underway="
                        + underway + " missing=" + Duration.ofNanos(horizon - nanos));
            }
            moved.awaitNanos(GLANCE_NANOS);
        }
    }

    /** Waits a moment of real time, without letting any pass here. */
    void glance() throws InterruptedException {
        lock.lock();
        try {
            long left = GLANCE_NANOS;
            while (left > 0) {
                left = moved.awaitNanos(left);
            }
            awaitIdle();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Instant now() {
        return crisp.now().plus(skew);
    }

    @Override
    public long nanoTime() {
        lock.lock();
        try {
            return nanos;
        } finally {
            lock.unlock();
        }
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public long await(Condition changed, long wanted) throws InterruptedException {
        lock.lock();
        try {
            boolean quiet = underway == 0 && !talking.getAsBoolean();
            if (quiet && nanos < horizon) {
                long step = Math.min(wanted, horizon - nanos);
                move(step);
                return wanted - step;
            }
            parked = quiet;
        } finally {
            lock.unlock();
        }
        long before = nanoTime();
        try {
            long unused = changed.awaitNanos(GLANCE_NANOS);
        } finally {
            unpark();
        }
        return wanted - (nanoTime() - before);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        ReentrantLock asleep = new ReentrantLock();
        Condition never = asleep.newCondition();
        asleep.lock();
        try {
            for (long left = duration.toNanos(); left > 0; ) {
                left = await(never, left);
            }
        } finally {
            asleep.unlock();
        }
    }

    @Override
    public double fraction() {
        return jitter;
    }

    private void unpark() {
        lock.lock();
        try {
            parked = false;
        } finally {
            lock.unlock();
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            underway += by;
        } finally {
            lock.unlock();
        }
    }

    private void move(long by) {
        nanos += by;
        crisp.set(start.plusNanos(nanos));
        moved.signalAll();
    }
}
