package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The client of those that call from within the reading thread's waits, such as who asks where to connect: they cannot wait,
 * so a call that the budget does not allow fails at once.
 *
 * <p>For the reading thread.
 */
final class CountedClient implements CrispClient {

    private final CrispClient client;
    private final Purse purse;

    CountedClient(CrispClient client, Purse purse) {
        this.client = client;
        this.purse = purse;
    }

    /** The answer comes on another thread, so the call is counted as one that costs quota whatever becomes of it. */
    @Override
    public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
        if (!purse.untilCall().isZero()) {
            return CompletableFuture.failedFuture(new CancellationException("no call may be sent now"));
        }
        purse.allowance().sent(purse.unit());
        return client.submit(call);
    }

    @Override
    public <T> Answer<T> execute(Call<T> call) throws InterruptedException {
        try {
            return submit(call).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CrispException failure) {
                throw failure;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
