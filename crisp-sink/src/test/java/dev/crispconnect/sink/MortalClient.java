package dev.crispconnect.sink;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A client whose process may die: then it sends nothing more, and nobody hears of the answers still to come. */
final class MortalClient implements CrispClient {

    private final CrispClient real;
    private final AtomicInteger callsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean dead;

    MortalClient(CrispClient real) {
        this.real = real;
    }

    void die() {
        dead = true;
    }

    /** It dies when Crisp has served that many calls more, before it hears of the last one. */
    void dieAfter(int calls) {
        callsLeft.set(calls);
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
        CompletableFuture<Answer<T>> heard = new CompletableFuture<>();
        if (dead) {
            return heard;
        }
        boolean last = callsLeft.decrementAndGet() == 0;
        CompletableFuture<Answer<T>> onTheWire = real.submit(call);
        CompletableFuture<?> unused = onTheWire.whenComplete((answer, failure) -> {
            dead |= last;
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
