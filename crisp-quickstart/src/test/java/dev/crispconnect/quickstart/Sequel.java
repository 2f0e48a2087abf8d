package dev.crispconnect.quickstart;

import java.util.function.Supplier;

/** Looks out for one thing after another. */
final class Sequel implements Watch {
    private final Watch first;
    private final Supplier<Watch> then;
    private Watch second;

    /** @param then begins to look out for the other, when the first has come */
    Sequel(Watch first, Supplier<Watch> then) {
        this.first = first;
        this.then = then;
    }

    @Override
    public boolean reached() {
        if (second == null && first.reached()) {
            second = then.get();
        }
        return second != null && second.reached();
    }

    @Override
    public void close() {
        first.close();
        if (second != null) {
            second.close();
        }
    }
}
