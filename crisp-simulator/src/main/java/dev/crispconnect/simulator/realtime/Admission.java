package dev.crispconnect.simulator.realtime;

import java.util.Optional;

/** Whether clients may connect. Thread-safe. */
final class Admission {

    private ConnectFault fault;
    private int left;

    /** The next ones are refused. */
    synchronized void refuse(int count, ConnectFault how) {
        fault = how;
        left = count;
    }

    /** All are let in from now on. */
    synchronized void accept() {
        left = 0;
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
