package dev.crispconnect.simulator.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Something else than the REST API that is served on the same port. Asked before the API, by the event loops. */
public interface Extension {

    /** The largest WebSocket message that the port takes, in bytes; a larger one closes its connection. */
    int LARGEST_MESSAGE = 1_000_000;

    /** Called once, before the port is bound. */
    void open(Vertx vertx);

    /** Whether this request is for it. */
    boolean takes(HttpServerRequest request);

    /** Answers a request that it takes. */
    void accept(HttpServerRequest request);
}
