package dev.crispconnect.source.capture;

import dev.crispconnect.client.Backoff;
import java.time.Duration;

/**
 * When to try to connect again. Each attempt costs a call, so a connection that Crisp accepts and cuts at once counts as one
 * that failed. Decides only; waiting is the caller's.
 */
final class Retries {

    /** Each attempt costs a call; a minute between two, on average, is what an outage may cost. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

    /** Until an operator has acted. */
    private static final Duration SLOWLY = Duration.ofMinutes(10);

    /** A connection that held so long was a good one. */
    private static final Duration GOOD = Duration.ofMinutes(1);

    private int failures;

    /**
     * How long to wait.
     *
     * @param held how long there was a connection; zero when there was none
     * @param fraction the jitter, in {@code [0, 1]}
     */
    Duration after(Setback setback, Duration held, double fraction) {
        failures = isGood(held) ? 1 : failures + 1;
        Duration wait = BACKOFF.delay(failures, fraction, setback.retryAfter());
        return setback.lasting() ? SLOWLY.plus(wait) : wait;
    }

    static boolean isGood(Duration held) {
        return held.compareTo(GOOD) >= 0;
    }
}
