package dev.crispconnect.simulator.realtime;

import java.util.Optional;

/** Whether clients may connect. Thread-safe. */
final class Admission {

    private ConnectFault fault;
    private int left;
    private long refusals;

    /**
     * The next ones are refused.
     *
     * @return what {@link #accept(long)} takes
     */
    synchronized long refuse(int count, ConnectFault how) {
        fault = how;
        left = count;
        return ++refusals;
    }

    /** All are let in from now on. */
    synchronized void accept() {
        left = 0;
    }

    /** The same, unless something else was decided since. */
    synchronized void accept(long refusal) {
        if (refusal == refusals) {
            accept();
        }
    }

    /** What happens to the client that connects now. */
    synchronized Optional<ConnectFault> next() {
        if (left == 0) {
            return Optional.empty();
        }
        if (left != Integer.MAX_VALUE) {
            left--;
        }
        return Optional.of(fault);
    }
}
