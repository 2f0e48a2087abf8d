package dev.crispconnect.source.capture;

import java.time.Duration;

/** Nothing is heard, by choice. */
final class NoLine implements Line {

    private final Ear ear;
    private boolean told;

    NoLine(Ear ear) {
        this.ear = ear;
    }

    @Override
    public Duration turn() {
        if (!told) {
            told = true;
            ear.pollInstead();
        }
        return NEVER;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
