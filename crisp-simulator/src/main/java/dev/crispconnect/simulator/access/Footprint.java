package dev.crispconnect.simulator.access;

import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** What is remembered of one token's requests. Thread-safe. */
final class Footprint {

    final Pace pace = new Pace();
    final LongAdder refusedByRate = new LongAdder();
    final LongAdder refusedByQuota = new LongAdder();
    final LongAdder earlyRetries = new LongAdder();
    private volatile Instant askedToWaitUntil = Instant.MIN;

    void arrived(Instant now) {
        if (now.isBefore(askedToWaitUntil)) {
            earlyRetries.increment();
        }
    }

    void askedToWait(Instant until) {
        askedToWaitUntil = until;
    }
}
