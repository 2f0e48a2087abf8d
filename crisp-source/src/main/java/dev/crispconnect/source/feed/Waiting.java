package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.capture.Capture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** How the reading thread waits. Every wait of it is one of these, so that it hears of changes meanwhile. */
interface Waiting extends AutoCloseable {

    /** Waits until the answer, good or bad, is there. */
    void until(CompletableFuture<?> answer) throws InterruptedException;

    /** Waits so long. */
    void pause(Duration duration) throws InterruptedException;

    /** Waits so long, or less when something was heard. */
    void idle(Duration atMost) throws InterruptedException;

    /** Hears nothing more. From any thread; may be called twice. */
    @Override
    void close();

    /** Hears what a capture tells, and lets it do what is due. */
    static Waiting hearing(Capture capture, Time time) {
        return new Waiting() {
            @Override
            public void until(CompletableFuture<?> answer) throws InterruptedException {
                CompletableFuture<?> unused = answer.whenComplete((good, bad) -> capture.wake());
                // also when the answer is there: many may be, one after the other, and hearing must not wait for all of
                // them
                Duration untilDue = capture.turn();
                // asked of the answer itself: what depends on it is done a moment after the wake, which comes once only
                while (!answer.isDone()) {
                    capture.await(untilDue);
                    untilDue = capture.turn();
                }
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                long end = time.nanoTime() + duration.toNanos();
                for (long left = duration.toNanos(); left > 0; left = end - time.nanoTime()) {
                    capture.await(shorter(capture.turn(), Duration.ofNanos(left)));
                }
            }

            @Override
            public void idle(Duration atMost) throws InterruptedException {
                capture.await(shorter(capture.turn(), atMost));
                capture.turn();
            }

            @Override
            public void close() {
                capture.close();
            }
        };
    }

    /** Hears nothing. */
    static Waiting deaf(Time time) {
        return new Waiting() {
            @Override
            public void until(CompletableFuture<?> answer) throws InterruptedException {
                try {
                    answer.get();
                } catch (ExecutionException bad) {
                    // whoever asked reads it from the answer
                }
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                time.sleep(duration);
            }

            @Override
            public void idle(Duration atMost) throws InterruptedException {
                time.sleep(atMost);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
