package dev.crispconnect.client.metrics;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A client that tells observers how each call ended. It changes nothing else: the futures are those of the client behind it.
 *
 * <p>Safe for use by many threads.
 */
public final class MeteredClient implements CrispClient {

    private final CrispClient client;
    private final Time time;
    private final List<CallObserver> observers;

    /** @param client closed with this one */
    public MeteredClient(CrispClient client, Time time, CallObserver... observers) {
        this.client = client;
        this.time = time;
        this.observers = List.of(observers);
    }

    @Override
    public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
        long start = time.nanoTime();
        CompletableFuture<Answer<T>> answer = client.submit(call);
        CompletableFuture<?> unused = answer.whenComplete(
                (good, failure) -> tell(call, failure == null ? CallOutcome.of(good) : CallOutcome.of(failure), start));
        return answer;
    }

    @Override
    public <T> Answer<T> execute(Call<T> call) throws InterruptedException {
        long start = time.nanoTime();
        try {
            Answer<T> answer = client.execute(call);
            tell(call, CallOutcome.of(answer), start);
            return answer;
        } catch (CrispException | InterruptedException failure) {
            tell(call, CallOutcome.of(failure), start);
            throw failure;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private void tell(Call<?> call, CallOutcome outcome, long start) {
        Duration took = Duration.ofNanos(time.nanoTime() - start);
        observers.forEach(observer -> observer.ended(call, outcome, took));
    }
}
