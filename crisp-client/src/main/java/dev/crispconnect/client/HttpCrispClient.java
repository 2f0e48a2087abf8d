package dev.crispconnect.client;

import dev.crispconnect.client.time.Time;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Placeholder. */
final class HttpCrispClient implements CrispClient {

    HttpCrispClient(ClientSettings settings, Time time) {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(time);
    }

    @Override
    public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
        throw new IllegalStateException();
    }

    @Override
    public <T> Answer<T> execute(Call<T> call) throws InterruptedException {
        throw new IllegalStateException();
    }

    @Override
    public void close() {}
}
