package dev.crispconnect.source.capture;

import java.time.Duration;

/** How long there has been no connection, and whether polling makes up for it. Pure. */
final class Absence {

    private final Duration tolerated;

    /** By the monotonic clock. */
    private long sinceNanos;

    private boolean madeUpFor;

    Absence(Duration tolerated) {
        this.tolerated = tolerated;
    }

    void begins(long nowNanos) {
        sinceNanos = nowNanos;
        madeUpFor = false;
    }

    /** From now on polling makes up for it. */
    void makeUp() {
        madeUpFor = true;
    }

    boolean isMadeUpFor() {
        return madeUpFor;
    }

    Duration length(long nowNanos) {
        return Duration.ofNanos(nowNanos - sinceNanos);
    }

    /** Whether polling must make up for it now. */
    boolean isTooLong(long nowNanos) {
        return !madeUpFor && length(nowNanos).compareTo(tolerated) >= 0;
    }

    /** How long until it is too long; never, when polling makes up for it already. */
    Duration left(long nowNanos) {
        return madeUpFor ? Line.NEVER : tolerated.minus(length(nowNanos));
    }
}
