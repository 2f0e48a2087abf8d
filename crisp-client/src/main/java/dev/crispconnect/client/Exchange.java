package dev.crispconnect.client;

import dev.crispconnect.client.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call on its way: the future that the caller holds, completed by the thread on which OkHttp runs the call.
 * Cancelling it cancels the call.
 */
final class Exchange<T> extends CompletableFuture<Answer<T>> implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Call<T> call;
    private final okhttp3.Call wire;
    private final int maxResponseBytes;
    private final ServerClock clock;
    private final Time time;
    private final long startNanos;

    Exchange(Call<T> call, okhttp3.Call wire, int maxResponseBytes, ServerClock clock, Time time) {
        this.call = call;
        this.wire = wire;
        this.maxResponseBytes = maxResponseBytes;
        this.clock = clock;
        this.time = time;
        this.startNanos = time.nanoTime();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            wire.cancel();
        }
        return cancelled;
    }

    @Override
    public void onFailure(okhttp3.Call failed, IOException cause) {
        log(0);
        completeExceptionally(unreachable(cause));
    }

    @Override
    public void onResponse(okhttp3.Call answered, Response response) {
        Answer<T> answer;
        try (response) {
            answer = Replies.read(call, received(response));
        } catch (CrispException failure) {
            completeExceptionally(failure);
            return;
        } catch (IOException cut) {
            completeExceptionally(unreachable(cut));
            return;
        } catch (RuntimeException | Error broken) {
            // whatever it is, it must end the call: OkHttp drops what is thrown here, and the caller would wait forever
            completeExceptionally(new CrispException.Unreadable(
                    facts(response.code()), "brought an answer that broke its decoder", broken));
            return;
        } finally {
            log(response.code());
        }
        complete(answer);
    }

    private Reply received(Response response) throws IOException {
        Instant serverTime = clock.moment(response.header("Date"));
        Duration retryAfter = HttpTimes.wait(transmission().retryAfter(), serverTime == null ? time.now() : serverTime);
        boolean cached = "HIT".equalsIgnoreCase(response.header("Bloom-Status"));
        return new Reply(response.code(), new Answer.Headers(serverTime, retryAfter, cached), body(response));
    }

    /** The body, empty when longer than allowed. Of such a one no more is read than shows that it is. */
    private Optional<byte[]> body(Response response) throws IOException {
        try {
            BufferedSource source = response.body().source();
            if (!source.request(maxResponseBytes + 1L)) {
                return Optional.of(source.readByteArray());
            }
            // closing alone would read on for a while, to save the connection
            wire.cancel();
            return Optional.empty();
        } catch (IOException cut) {
            if (response.isSuccessful()) {
                throw cut;
            }
            // the status alone tells what to do
            return Optional.empty();
        }
    }

    private CrispException unreachable(IOException cause) {
        return new CrispException.Unreachable(facts(0), transmission().started(), cause);
    }

    private CrispException.Facts facts(int status) {
        return new CrispException.Facts(call.method(), call.template(), status, "", Answer.Headers.NONE);
    }

    private Transmission transmission() {
        return wire.request().tag(Transmission.class);
    }

    private void log(int status) {
        if (LOG.isDebugEnabled()) {
            long millis = Duration.ofNanos(time.nanoTime() - startNanos).toMillis();
            LOG.debug(
                    "Crisp call ended: method={} template={} status={} millis={}",
                    call.method(),
                    call.template(),
                    status,
                    millis);
        }
    }
}
