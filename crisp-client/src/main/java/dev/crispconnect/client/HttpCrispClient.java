package dev.crispconnect.client;

import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Crisp over HTTP: wiring only. Safe for use by many threads. */
final class HttpCrispClient implements CrispClient {

    /**
     * Shorter than the idle timeout of any server in common use (Node's 5 seconds), so that a write seldom meets a
     * connection that the other side is closing: its outcome would be unknown, and finding it out costs calls.
     */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

    private final ExecutorService threads;
    private final OkHttpClient writes;
    private final OkHttpClient reads;
    private final Requests requests;
    private final ServerClock clock = new ServerClock();
    private final int maxResponseBytes;
    private final Time time;

    HttpCrispClient(ClientSettings settings, Time time) {
        this.requests = new Requests(settings);
        this.maxResponseBytes = settings.maxResponseBytes();
        this.time = time;
        this.threads = WorkerThreads.open();
        this.writes = transport(settings, threads);
        // That the server has closed an idle connection shows only when it is used again. OkHttp then makes the call
        // again on a new one (as it does on another address of the host, and once after a 408); but it does not know
        // which calls are safe to make twice, so it may do so for reads alone.
        this.reads = writes.newBuilder().retryOnConnectionFailure(true).build();
    }

    @Override
    public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
        OkHttpClient client = call.isRead() ? reads : writes;
        okhttp3.Call wire = client.newCall(requests.of(call));
        Exchange<T> exchange = new Exchange<>(call, wire, maxResponseBytes, clock, time);
        wire.enqueue(exchange);
        return exchange;
    }

    @Override
    public <T> Answer<T> execute(Call<T> call) throws InterruptedException {
        CompletableFuture<Answer<T>> answer = submit(call);
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            throw interrupted;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CrispException failure) {
                throw failure;
            }
            throw new IllegalStateException("a call ended with an undeclared failure", failed.getCause());
        }
    }

    @Override
    public void close() {
        // first, so that nothing that is submitted meanwhile starts
        threads.shutdown();
        writes.dispatcher().cancelAll();
        writes.connectionPool().evictAll();
    }

    private static OkHttpClient transport(ClientSettings settings, ExecutorService threads) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(settings.maxInFlight());
        dispatcher.setMaxRequestsPerHost(settings.maxInFlight());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(
                        new ConnectionPool(settings.maxInFlight(), KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
                // one connection per call: a lost connection leaves one write in doubt, not all that are in flight
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                // a redirect would carry the token to whom it was not given
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().read())
                .callTimeout(settings.timeouts().call())
                .addNetworkInterceptor(Transmission::observe)
                .build();
    }
}
