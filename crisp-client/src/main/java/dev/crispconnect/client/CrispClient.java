package dev.crispconnect.client;

import dev.crispconnect.client.time.Time;
import java.util.concurrent.CompletableFuture;

/**
 * Sends {@link Call}s to Crisp's REST API. One instance serves one connector task: it owns a connection pool and is
 * closed with the task. It repeats no call that Crisp may have seen: who may repeat what is decided by those who know
 * what a call does. The one exception is a read on a kept connection that the other side had closed, which is made
 * again on a new connection.
 *
 * <p>Safe for use by many threads.
 */
public interface CrispClient extends AutoCloseable {

    /**
     * Sends a call and returns at once. No thread of the caller waits; the answer completes the future on one of the
     * client's own threads, so what is chained to it must not block.
     *
     * @return completed with the answer, or exceptionally with a {@link CrispException}; cancelling it cancels the call
     */
    <T> CompletableFuture<Answer<T>> submit(Call<T> call);

    /**
     * Sends a call and waits for its answer, at most for the call timeout of the settings after its turn came.
     *
     * @throws CrispException when there was no answer or no good one
     * @throws InterruptedException when the waiting thread was interrupted; the call is cancelled
     */
    <T> Answer<T> execute(Call<T> call) throws InterruptedException;

    /** Cancels what is in flight and closes the connections. May be called twice. */
    @Override
    void close();

    /** Opens a client on Crisp, or on whatever answers at the settings' URL. Makes no request yet. */
    static CrispClient open(ClientSettings settings, Time time) {
        return new HttpCrispClient(settings, time);
    }
}
