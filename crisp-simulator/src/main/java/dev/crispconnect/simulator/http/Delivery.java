package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.Switches;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;

/** Writes an answer to its connection, whole or as its fault spoils it. */
final class Delivery {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json; charset=utf-8");
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html");

    private final DateHeader dates = new DateHeader();
    private final Switches switches;

    Delivery(Switches switches) {
        this.switches = switches;
    }

    void send(Exchange exchange, Answer answer) {
        HttpServerResponse response = exchange.request().response();
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, FaultyAnswers.isPage(answer) ? HTML : JSON);
        response.putHeader(HttpHeaders.DATE, dates.of(exchange.arrived().plus(switches.get(AccessSwitch.DATE_SKEW))));
        answer.headers().forEach(response::putHeader);
        if (exchange.fault() instanceof Fault.Status status && status.retryAfter() != null) {
            response.putHeader("Retry-After", status.retryAfter());
        }
        if (exchange.request().method().equals(HttpMethod.HEAD) || answer.status() == 304) {
            response.end();
        } else if (exchange.fault() instanceof Fault.TruncatedBody) {
            sendHalf(exchange, answer.body());
        } else {
            response.end(answer.body());
        }
    }

    private static void sendHalf(Exchange exchange, Buffer body) {
        HttpServerResponse response = exchange.request().response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        response.write(body.slice(0, body.length() / 2))
                .onComplete(written -> exchange.request().connection().close());
    }
}
