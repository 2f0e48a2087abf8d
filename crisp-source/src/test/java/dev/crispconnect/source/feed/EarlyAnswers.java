package dev.crispconnect.source.feed;

import java.util.List;
import java.util.function.IntSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** When calls that are sent early are answered, again and again in the same order. */
final class EarlyAnswers implements IntSupplier {

    private final List<Integer> delays;
    private int next;

    private EarlyAnswers(List<Integer> delays) {
        this.delays = delays;
    }

    /** At once, in or out of order, not before somebody waits for them, or never; and calls that are not sent. */
    static Arbitrary<EarlyAnswers> any() {
        return Arbitraries.of(0, 0, 1, 2, 3, 5, 9, 1_000, FakeWorkspace.LOST, FakeWorkspace.NOT_SENT)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(EarlyAnswers::new);
    }

    @Override
    public int getAsInt() {
        return delays.get(next++ % delays.size());
    }

    @Override
    public String toString() {
        return delays.toString();
    }
}
