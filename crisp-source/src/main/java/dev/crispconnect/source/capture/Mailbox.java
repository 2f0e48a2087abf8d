package dev.crispconnect.source.capture;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands signals from any thread to the reading one, in order. Putting never waits: an event for which there is no room is
 * lost, and a {@link Signal.Lost} stands in its place. Until that has been taken all further events are lost too, so that an
 * overload makes one gap and not one for each event. Other signals always find room; there are few of them.
 *
 * <p>Safe for use by many threads; {@link #take} and {@link #await} are for one.
 */
final class Mailbox {

    /** At two bytes each, 32 MB of what events say. */
    private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

    private final int mostEvents;
    private final Runnable lost;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** This and what follows is guarded by the lock. */
    private final Deque<Signal> signals = new ArrayDeque<>();

    private int events;
    private long characters;
    private boolean losing;
    private boolean woken;

    /** @param lost called for each event that is lost, on the thread that would have put it */
    Mailbox(int mostEvents, Runnable lost, Time time) {
        this.mostEvents = mostEvents;
        this.lost = lost;
        this.time = time;
    }

    /** Puts a signal that must not be lost. */
    void put(Signal signal) {
        lock.lock();
        try {
            signals.add(signal);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Puts an event if there is room. */
    void offer(int attempt, RealtimeEvent event) {
        if (!accept(attempt, event)) {
            lost.run();
        }
    }

    /** The next signal; null when there is none. */
    Signal take() {
        lock.lock();
        try {
            Signal signal = signals.poll();
            if (signal instanceof Signal.Told told) {
                events--;
                characters -= length(told.event());
            } else if (signal instanceof Signal.Lost) {
                losing = false;
            }
            return signal;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return signals.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @param forWakeOnly whether what is put does not end the wait */
    void await(Duration atMost, boolean forWakeOnly) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!woken && (forWakeOnly || signals.isEmpty()) && left > 0) {
                left = time.await(changed, left);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    private boolean accept(int attempt, RealtimeEvent event) {
        lock.lock();
        try {
            if (losing) {
                return false;
            }
            if (!hasRoom(event)) {
                losing = true;
                put(new Signal.Lost(attempt));
                return false;
            }
            events++;
            characters += length(event);
            put(new Signal.Told(attempt, event));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** An event alone has room however long it is: the client bounds it. */
    private boolean hasRoom(RealtimeEvent event) {
        return events == 0 || (events < mostEvents && characters + length(event) <= MOST_CHARACTERS);
    }

    private static int length(RealtimeEvent event) {
        return event.json() == null ? 0 : event.json().length();
    }
}
