package dev.crispconnect.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A client whose calls are answered by hand or by a script. Lives in the client's package because only there one may see
 * what a call would send, and make its failures. Safe for use by many threads.
 */
public final class FakeCrisp implements CrispClient {

    private final List<Sent<?>> sent = new CopyOnWriteArrayList<>();
    private volatile Consumer<Sent<?>> script = call -> {};
    private volatile Instant serverTime = Instant.EPOCH;
    private volatile boolean closed;

    /** From now on each call is given to the script, which may answer it at once. */
    public void script(Consumer<Sent<?>> newScript) {
        script = newScript;
    }

    /** What the answers to further calls say the time is; null for nothing. */
    public void serverTime(Instant newServerTime) {
        serverTime = newServerTime;
    }

    /** Every call so far, in order. */
    public List<Sent<?>> sent() {
        return sent;
    }

    /** The newest call. */
    public Sent<?> last() {
        return sent.get(sent.size() - 1);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public <T> CompletableFuture<Answer<T>> submit(Call<T> call) {
        Sent<T> each = new Sent<>(call, serverTime);
        sent.add(each);
        script.accept(each);
        return each.future;
    }

    @Override
    public <T> Answer<T> execute(Call<T> call) {
        throw new UnsupportedOperationException("the sink never waits for an answer");
    }

    @Override
    public void close() {
        closed = true;
    }

    /** A call that was sent. */
    public static final class Sent<T> {

        private final Call<T> call;
        private final Instant serverTime;
        private final CompletableFuture<Answer<T>> future = new CompletableFuture<>();

        private Sent(Call<T> call, Instant serverTime) {
            this.call = call;
            this.serverTime = serverTime;
        }

        public String method() {
            return call.method();
        }

        public String template() {
            return call.template();
        }

        /** The filled path, percent-encoded. */
        public String path() {
            return "/" + String.join("/", call.path().segments());
        }

        /** JSON text; null for none. */
        public String body() {
            return call.body();
        }

        public boolean isCancelled() {
            return future.isCancelled();
        }

        /** Method and path. */
        public String line() {
            return method() + " " + path();
        }

        /** Answers with this {@code data}, decoded as the client would. */
        public void answer(int status, String data) {
            reply(status, null, "{\"error\":false,\"reason\":\"ok\",\"data\":" + data + "}");
        }

        /** Answers with this {@code data}, from the cache in front of Crisp. */
        public void answerFromCache(String data) {
            send(
                    200,
                    new Answer.Headers(serverTime, null, true),
                    "{\"error\":false,\"reason\":\"ok\",\"data\":" + data + "}");
        }

        /** Answers as Crisp does to a write. */
        public void ok() {
            answer(200, "{}");
        }

        /** Answers with an error. */
        public void error(int status, String reason) {
            error(status, reason, null);
        }

        public void throttled(Duration retryAfter) {
            error(429, "rate_limited", retryAfter);
        }

        public void unavailable(int status) {
            error(status, "internal_error");
        }

        public void missing() {
            error(404, "conversation_not_found");
        }

        /** There is no such object, says the cache in front of Crisp. */
        public void missingFromCache() {
            send(
                    404,
                    new Answer.Headers(serverTime, null, true),
                    "{\"error\":true,\"reason\":\"conversation_not_found\",\"data\":{}}");
        }

        public void refused() {
            error(400, "invalid_data");
        }

        public void denied() {
            error(401, "invalid_session");
        }

        /** Answers with something that is no envelope. */
        public void body(int status, String body) {
            reply(status, null, body);
        }

        /** The answer was lost. */
        public void lost() {
            lost(new IOException("reset"));
        }

        /** There was no answer, for this reason. */
        public void lost(IOException cause) {
            future.completeExceptionally(new CrispException.Unreachable(
                    new CrispException.Facts(method(), template(), 0, "", Answer.Headers.NONE), true, cause));
        }

        /** Fails as no client should. */
        public void broken() {
            future.completeExceptionally(new IllegalStateException("a fault of the client"));
        }

        private void error(int status, String reason, Duration retryAfter) {
            reply(status, retryAfter, "{\"error\":true,\"reason\":\"" + reason + "\",\"data\":{}}");
        }

        private void reply(int status, Duration retryAfter, String text) {
            send(status, new Answer.Headers(serverTime, retryAfter, false), text);
        }

        private void send(int status, Answer.Headers headers, String text) {
            Optional<byte[]> body = Optional.of(text.getBytes(StandardCharsets.UTF_8));
            Answer<T> answer;
            try {
                answer = Replies.read(call, new Reply(status, headers, body));
            } catch (CrispException failure) {
                future.completeExceptionally(failure);
                return;
            }
            future.complete(answer);
        }

        @Override
        public String toString() {
            return body() == null ? line() : line() + " " + body();
        }
    }
}
