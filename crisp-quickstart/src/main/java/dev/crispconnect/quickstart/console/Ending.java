package dev.crispconnect.quickstart.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the program, and the only way in which it waits: for that end, or for some time. Threadsafe. */
public final class Ending {
    private final CountDownLatch announced = new CountDownLatch(1);

    /** Announces the end. */
    public void announce() {
        announced.countDown();
    }

    public boolean announced() {
        return announced.getCount() == 0;
    }

    /**
     * Waits until the end is announced, at most this long.
     *
     * @return whether it has been announced; also true when the thread was interrupted, as then it is to stop as well
     */
    public boolean within(Duration duration) {
        try {
            return announced.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
