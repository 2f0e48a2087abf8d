package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.fault.FaultPlan;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.workspace.Workspace;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/** The REST API on a port. Owns the event loops; no answer, however slow, holds a thread. Thread-safe. */
public final class HttpApi implements AutoCloseable {

    private final Vertx vertx;
    private final Exchanges exchanges;
    private final int eventLoops;
    private volatile int port;

    /**
     * What answers are made from.
     *
     * @param workspaces by website id; may grow
     */
    public record Parts(
            Map<String, Workspace> workspaces, Tokens tokens, Journal journal, FaultPlan faults, InstantSource clock) {

        public Parts {
            Objects.requireNonNull(workspaces, "workspaces");
        }
    }

    private HttpApi(Vertx vertx, Exchanges exchanges, int eventLoops) {
        this.vertx = vertx;
        this.exchanges = exchanges;
        this.eventLoops = eventLoops;
    }

    /** Starts the event loops; nothing is bound yet. */
    public static HttpApi open(Parts parts, AnswerRules rules, int eventLoops) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        return new HttpApi(vertx, new Exchanges(vertx, parts, rules), eventLoops);
    }

    /**
     * Listens on every event loop.
     *
     * @throws UncheckedIOException when the port cannot be bound
     */
    public void listen(String host, int wantedPort) {
        port = wantedPort;
        for (int i = 0; i < eventLoops; i++) {
            Listener listener = new Listener(host, port);
            await(vertx.deployVerticle(listener));
            port = listener.boundPort;
        }
    }

    /** The port that is bound. */
    public int port() {
        return port;
    }

    /** From now on every answer takes this long. */
    public void thinkTime(Duration thinkTime) {
        exchanges.thinkTime(thinkTime);
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new UncheckedIOException(new IOException("the simulator could not listen or stop", e.getCause()));
        }
    }

    /** One event loop's share of the connections: servers of one port share them out. */
    private final class Listener extends AbstractVerticle {

        private final String host;
        private final int wantedPort;
        private volatile int boundPort;

        Listener(String host, int wantedPort) {
            this.host = host;
            this.wantedPort = wantedPort;
        }

        @Override
        public void start(Promise<Void> started) {
            HttpServerOptions options =
                    new HttpServerOptions().setHost(host).setPort(wantedPort).setAcceptBacklog(4_096);
            vertx.createHttpServer(options)
                    .requestHandler(exchanges::accept)
                    .listen()
                    .onSuccess(server -> boundPort = server.actualPort())
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
