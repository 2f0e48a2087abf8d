package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A timer that moves with the manual clock. What is due runs on the thread that moves it. */
public final class ManualTimer implements Timer {

    private final ManualTime time;
    private final List<Due> tasks = new ArrayList<>();

    public ManualTimer(ManualTime time) {
        this.time = time;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Due(time.nanoTime() + delay.toNanos(), task));
    }

    /** How long until the next task; empty when there is none. */
    public synchronized Optional<Duration> next() {
        return tasks.stream()
                .min(Comparator.comparingLong(Due::nanos))
                .map(due -> Duration.ofNanos(due.nanos - time.nanoTime()));
    }

    /** Moves time on and runs what becomes due, in order. */
    public void advance(Duration duration) {
        long end = time.nanoTime() + duration.toNanos();
        for (Optional<Due> due = take(end); due.isPresent(); due = take(end)) {
            time.advance(Duration.ofNanos(Math.max(0, due.get().nanos - time.nanoTime())));
            due.get().task.run();
        }
        time.advance(Duration.ofNanos(Math.max(0, end - time.nanoTime())));
    }

    private synchronized Optional<Due> take(long until) {
        Optional<Due> due =
                tasks.stream().filter(each -> each.nanos <= until).min(Comparator.comparingLong(Due::nanos));
        due.ifPresent(tasks::remove);
        return due;
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }

    private record Due(long nanos, Runnable task) {}
}
