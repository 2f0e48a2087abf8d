package dev.crispconnect.simulator.hook;

import java.time.Instant;

/**
 * One attempt that is over.
 *
 * @param time when it was sent, by the simulator's clock
 * @param origin whose hook it was, as in {@code X-Crisp-Hook-Origin}
 * @param event the namespace
 * @param number from 1
 * @param status what was answered; 0 when nothing was
 * @param last whether no further attempt follows
 */
public record Attempt(Instant time, String origin, String event, int number, int status, boolean last) {

    /** Whether it was taken: any status of the 200s. */
    public boolean delivered() {
        return delivered(status);
    }

    static boolean delivered(int status) {
        return status >= 200 && status < 300;
    }
}
