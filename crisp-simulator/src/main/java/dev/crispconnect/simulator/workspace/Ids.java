package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Identifiers of the shapes Crisp gives out (Crisp API reference, section 10.3), from a seed. Thread-safe. */
final class Ids {

    private static final long FINGERPRINTS_PER_SECOND = 100_000;

    private final Random random;

    Ids(long seed) {
        this.random = new Random(seed);
    }

    /** A UUID of version 4. */
    String uuid() {
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    String session() {
        return "session_" + uuid();
    }

    String browsing() {
        return "browsing_" + uuid();
    }

    String call() {
        return "call_" + uuid();
    }

    /** A fingerprint for a message written at that time: its seconds, then five random digits. */
    long fingerprint(Instant time) {
        return time.getEpochSecond() * FINGERPRINTS_PER_SECOND + random.nextInt((int) FINGERPRINTS_PER_SECOND);
    }
}
