package dev.crispconnect.sink.delivery;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;

/**
 * The calls that one execution has made, and until when it may make more. Used by one thread at a time, like its execution.
 */
final class Attempts {

    private final Time time;
    private final DeliverySettings settings;
    private int calls;
    private int failuresInARow;
    private int lastStatus;
    private boolean absenceDoubted;
    private long startedNanos;
    private long deadlineNanos;

    Attempts(Time time, DeliverySettings settings) {
        this.time = time;
        this.settings = settings;
    }

    /** Its calls are held back, which does not count against the deadline. */
    void heldBack(Duration wait) {
        deadlineNanos += wait.toNanos();
    }

    /** A call is sent. */
    void called() {
        if (calls++ == 0) {
            startedNanos = time.nanoTime();
            deadlineNanos = startedNanos + settings.deadline().toNanos();
        }
    }

    /** A call brought what there is to know. */
    void answered(int status) {
        lastStatus = status;
        failuresInARow = 0;
        absenceDoubted = false;
    }

    /** A call failed. */
    void failed(CrispException failure) {
        lastStatus = failure.status();
    }

    /**
     * Whether a failure tells that something is missing, which only the cache says so far: it may not know yet what was
     * made a moment ago. Asked again a while later, what the cache says is taken for true.
     */
    boolean doubtsAbsence(CrispException failure) {
        boolean doubted = absenceDoubted;
        absenceDoubted = failure instanceof CrispException.Missing && failure.cached();
        return absenceDoubted && !doubted;
    }

    /** How long to wait before the call that failed is repeated. */
    Duration backoff(CrispException failure) {
        return settings.backoff().delay(++failuresInARow, time.fraction(), failure.retryAfter());
    }

    /** Whether a call that is sent after that time is sent too late. */
    boolean areOver(Duration wait) {
        return time.nanoTime() + wait.toNanos() - deadlineNanos > 0;
    }

    /** How many calls were sent. */
    int calls() {
        return calls;
    }

    /** The HTTP status of the last answer; 0 when there was none. */
    int lastStatus() {
        return lastStatus;
    }

    /** The time since the first call was sent; zero when none was. */
    Duration latency() {
        return calls == 0 ? Duration.ZERO : Duration.ofNanos(time.nanoTime() - startedNanos);
    }
}
