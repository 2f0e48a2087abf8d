package dev.crispconnect.quickstart;

import java.util.function.LongSupplier;

/** Waits until offsets were stored since now, so often; they are known by a number that only grows. */
final class OffsetsMoved implements Watch {
    private final LongSupplier stored;
    private long last;
    private int moves;

    OffsetsMoved(LongSupplier stored, int moves) {
        this.stored = stored;
        this.last = stored.getAsLong();
        this.moves = moves;
    }

    @Override
    public boolean reached() {
        long now = stored.getAsLong();
        if (now != last) {
            last = now;
            moves--;
        }
        return moves <= 0;
    }

    @Override
    public void close() {
        // nothing is held up
    }
}
