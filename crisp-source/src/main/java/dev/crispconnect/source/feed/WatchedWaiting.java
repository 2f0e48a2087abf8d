package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Has the units watched at each wait: those are between changes, and long ones, such as for a quota, must not hold up what is
 * to be told.
 */
final class WatchedWaiting implements Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Waiting waiting;
    private final TaskWatch watch;
    private final Time time;

    WatchedWaiting(Waiting waiting, TaskWatch watch, Time time) {
        this.waiting = waiting;
        this.watch = watch;
        this.time = time;
    }

    @Override
    public void until(CompletableFuture<?> answer) throws InterruptedException {
        Duration unused = watch.turn();
        waiting.until(answer);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        long end = time.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - time.nanoTime()) {
            Duration unused = watch.turn();
            waiting.pause(Duration.ofNanos(Math.min(left, LONGEST.toNanos())));
        }
    }

    @Override
    public void idle(Duration atMost) throws InterruptedException {
        Duration untilDue = watch.turn();
        waiting.idle(untilDue.compareTo(atMost) < 0 ? untilDue : atMost);
    }

    @Override
    public void close() {
        waiting.close();
    }
}
