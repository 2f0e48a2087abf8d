package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Installations;
import dev.crispconnect.simulator.access.Limits;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.fault.FaultPlan;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Workspace;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The REST API on a port. Owns the event loops; no answer, however slow, holds a thread. Thread-safe. */
public final class HttpApi implements AutoCloseable {

    private static final int BACKLOG = 4_096;
    // filters travel in the query
    private static final int LONGEST_LINE = 65_536;

    private final Vertx vertx;
    private final Exchanges exchanges;
    private final int eventLoops;
    private final List<Extension> extensions = new CopyOnWriteArrayList<>();
    private volatile int port;

    /**
     * What answers are made from.
     *
     * @param workspaces by website id; may grow
     * @param newWebsites makes a website and puts it to the others
     */
    public record Parts(
            Map<String, Workspace> workspaces,
            Tokens tokens,
            Limits limits,
            Installations installations,
            Supplier<Workspace> newWebsites,
            Journal journal,
            FaultPlan faults,
            InstantSource clock) {}

    private HttpApi(Vertx vertx, Exchanges exchanges, int eventLoops) {
        this.vertx = vertx;
        this.exchanges = exchanges;
        this.eventLoops = eventLoops;
    }

    /** Starts the event loops; nothing is bound yet. */
    public static HttpApi open(Parts parts, Switches switches, int eventLoops) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        return new HttpApi(vertx, new Exchanges(vertx, parts, switches), eventLoops);
    }

    /** Serves this on the same port; before {@link #listen}. */
    public void add(Extension extension) {
        extension.open(vertx);
        extensions.add(extension);
    }

    /**
     * Listens on every event loop.
     *
     * @param wantedPort 0 for a free one
     * @throws UncheckedIOException when the port cannot be bound
     */
    public void listen(String host, int wantedPort) {
        // a negative port is Vert.x's word for a free one that all instances share
        int shared = wantedPort == 0 ? -1 : wantedPort;
        DeploymentOptions everyLoop = new DeploymentOptions().setInstances(eventLoops);
        await(vertx.deployVerticle(() -> new Listener(host, shared), everyLoop));
    }

    /** The port that is bound. */
    public int port() {
        return port;
    }

    /** Every route, such as {@code GET /website/{website_id}}. */
    public List<String> routes() {
        return exchanges.routes();
    }

    /** How long every answer takes. */
    public Duration thinkTime() {
        return exchanges.thinkTime();
    }

    /** From now on every answer takes this long. */
    public void thinkTime(Duration thinkTime) {
        exchanges.thinkTime(thinkTime);
    }

    /** Forgets what was answered so far. */
    public void forget() {
        exchanges.forget();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private void accept(HttpServerRequest request) {
        for (Extension extension : extensions) {
            if (extension.takes(request)) {
                extension.accept(request);
                return;
            }
        }
        exchanges.accept(request);
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

        private final HttpServerOptions options;

        Listener(String host, int wantedPort) {
            this.options = new HttpServerOptions()
                    .setHost(host)
                    .setPort(wantedPort)
                    .setAcceptBacklog(BACKLOG)
                    .setMaxInitialLineLength(LONGEST_LINE)
                    .setMaxWebSocketFrameSize(Extension.LARGEST_MESSAGE)
                    .setMaxWebSocketMessageSize(Extension.LARGEST_MESSAGE)
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setHandle100ContinueAutomatically(true)
                    .setHttp2ClearTextEnabled(false);
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(options)
                    .requestHandler(HttpApi.this::accept)
                    .listen()
                    .onSuccess(server -> port = server.actualPort())
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
