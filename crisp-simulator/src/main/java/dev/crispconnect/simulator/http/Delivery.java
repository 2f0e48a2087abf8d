package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.Switches;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;

/** Writes an answer to its connection, whole or as its fault spoils it, or ends the connection without one. */
final class Delivery {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json; charset=utf-8");
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html");

    private final Vertx vertx;
    private final DateHeader dates = new DateHeader();
    private final Switches switches;

    Delivery(Vertx vertx, Switches switches) {
        this.vertx = vertx;
        this.switches = switches;
    }

    /** @param answer null when the fault leaves none */
    void end(Exchange exchange, Answer answer) {
        Fault fault = exchange.fault();
        boolean cuts = fault instanceof Fault.Drop || fault instanceof Fault.Stall || answer == null;
        if (fault instanceof Fault.Reset) {
            exchange.line().over();
            Sockets.reset(exchange.request());
        } else if (fault instanceof Fault.HalfClose) {
            exchange.line().over();
            Sockets.shutOutput(exchange.request());
        } else if (cuts || exchange.request().response().closed()) {
            cut(exchange);
        } else {
            send(exchange, answer);
        }
    }

    private void send(Exchange exchange, Answer answer) {
        HttpServerResponse response = exchange.request().response();
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, FaultyAnswers.isPage(answer) ? HTML : JSON);
        response.putHeader(HttpHeaders.DATE, dates.of(exchange.arrived().plus(switches.get(AccessSwitch.DATE_SKEW))));
        answer.headers().forEach(response::putHeader);
        if (exchange.fault() instanceof Fault.Status status && status.retryAfter() != null) {
            response.putHeader("Retry-After", status.retryAfter());
        }
        exchange.line().answered(answer.status());
        if (exchange.request().method().equals(HttpMethod.HEAD) || answer.status() == 304) {
            exchange.line().over();
            response.end();
        } else if (exchange.fault() instanceof Fault.TruncatedBody) {
            half(exchange, answer.body(), () -> cut(exchange));
        } else if (exchange.fault() instanceof Fault.StallInBody stall) {
            long pause = Math.max(1, stall.pause().toMillis());
            half(exchange, answer.body(), () -> vertx.setTimer(pause, timer -> rest(exchange, stall, answer.body())));
        } else {
            exchange.line().over();
            response.end(answer.body());
        }
    }

    private static void half(Exchange exchange, Buffer body, Runnable then) {
        HttpServerResponse response = exchange.request().response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        response.write(body.slice(0, body.length() / 2)).onComplete(written -> then.run());
    }

    private static void rest(Exchange exchange, Fault.StallInBody stall, Buffer body) {
        HttpServerResponse response = exchange.request().response();
        if (stall.rest() == Fault.StallInBody.Rest.CUT || response.closed()) {
            cut(exchange);
        } else {
            exchange.line().over();
            response.end(body.slice(body.length() / 2, body.length()));
        }
    }

    private static void cut(Exchange exchange) {
        exchange.line().over();
        Sockets.close(exchange.request());
    }
}
