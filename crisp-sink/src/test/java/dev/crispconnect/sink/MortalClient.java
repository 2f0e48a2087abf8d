package dev.crispconnect.sink;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import java.util.concurrent.CompletableFuture;

/** A client whose process may die: then it sends nothing more, and nobody hears of the answers still to come. */
final class MortalClient implements CrispClient {

    private final CrispClient real;
    private volatile boolean dead;

    MortalClient(CrispClient real) {
        this.real = real;
    }

    void die() {
        dead = true;
    }

    @Override
    public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
        CompletableFuture<Answer<T>> heard = new CompletableFuture<>();
        if (dead) {
            return heard;
        }
        CompletableFuture<Answer<T>> onTheWire = real.submit(call);
        CompletableFuture<?> unused = onTheWire.whenComplete((answer, failure) -> {
            if (dead) {
                return;
            }
            if (failure == null) {
                heard.complete(answer);
            } else {
                heard.completeExceptionally(failure);
            }
        });
        unused = heard.whenComplete((answer, failure) -> {
            if (heard.isCancelled()) {
                onTheWire.cancel(true);
            }
        });
        return heard;
    }

    @Override
    public <T> Answer<T> execute(Call<T> call) {
        throw new UnsupportedOperationException("the sink never waits for an answer");
    }

    @Override
    public void close() {
        real.close();
    }
}
