package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A call that was sent, and is counted once when its end is known. For the reading thread; the answer is completed by
 * another.
 */
final class SentCall<T> {

    private final CompletableFuture<Answer<T>> answer;
    private final Purse purse;
    private final long begun;
    private boolean counted;

    private SentCall(CompletableFuture<Answer<T>> answer, Purse purse, long begun) {
        this.answer = answer;
        this.purse = purse;
        this.begun = begun;
    }

    static <T> SentCall<T> of(CompletableFuture<Answer<T>> answer, Purse purse) {
        return new SentCall<>(answer, purse, purse.allowance().begun());
    }

    CompletableFuture<Answer<T>> answer() {
        return answer;
    }

    /**
     * The answer, which must be there.
     *
     * @throws CrispException when it is not a good one
     */
    Answer<T> take() {
        try {
            Answer<T> good = answer.join();
            count(() -> purse.allowance().answered(purse.unit(), good.cached(), begun));
            return good;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CrispException failure) {
                count(() -> purse.allowance().failed(purse.unit(), failure, begun));
                throw failure;
            }
            count(() -> purse.allowance().abandoned(purse.unit()));
            throw failed;
        }
    }

    /** Counts it if its end is known, and tells whether it is. */
    boolean countIfEnded() {
        if (!answer.isDone()) {
            return false;
        }
        try {
            Answer<T> unused = take();
        } catch (CrispException | CompletionException | CancellationException bad) {
            // whoever needs the answer will be told
        }
        return true;
    }

    /** Nobody waits for it any more. */
    void abandon() {
        if (!countIfEnded()) {
            answer.cancel(true);
            count(() -> purse.allowance().abandoned(purse.unit()));
        }
    }

    private void count(Runnable how) {
        if (!counted) {
            counted = true;
            how.run();
        }
    }
}
