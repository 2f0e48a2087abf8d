package dev.crispconnect.simulator.http;

import java.time.Duration;

/** Runs something after a real delay, on the event loop that asks. */
@FunctionalInterface
interface Later {

    void run(Duration delay, Runnable work);
}
