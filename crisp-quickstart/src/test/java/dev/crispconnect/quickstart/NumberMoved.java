package dev.crispconnect.quickstart;

import java.util.function.LongSupplier;

/** Waits until a number that only grows, such as the end of a topic, was seen to have done so a number of times from now. */
final class NumberMoved implements Watch {
    private final LongSupplier number;
    private long last;
    private int moves;

    NumberMoved(LongSupplier number, int moves) {
        this.number = number;
        this.last = number.getAsLong();
        this.moves = moves;
    }

    @Override
    public boolean reached() {
        long now = number.getAsLong();
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
