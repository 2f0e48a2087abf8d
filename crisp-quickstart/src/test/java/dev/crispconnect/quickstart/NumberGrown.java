package dev.crispconnect.quickstart;

import java.util.function.LongSupplier;

/** Waits until a count has grown so much from now, be it at once. */
final class NumberGrown implements Watch {
    private final LongSupplier number;
    private final long wanted;

    NumberGrown(LongSupplier number, int by) {
        this.number = number;
        this.wanted = number.getAsLong() + by;
    }

    @Override
    public boolean reached() {
        return number.getAsLong() >= wanted;
    }

    @Override
    public void close() {
        // nothing is held up
    }
}
