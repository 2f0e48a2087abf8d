package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.Switches;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes requests off the wire and puts answers on it, late or spoilt where a think time or a fault says so. A request takes
 * effect when it has arrived whole; waiting comes after, on a timer. Called by the event loops.
 */
final class Exchanges {

    private static final String NO_ROUTE = "(unknown)";
    private static final Buffer EMPTY = Buffer.buffer();

    private final Vertx vertx;
    private final HttpApi.Parts parts;
    private final Api api;
    private final Pipeline pipeline;
    private final Delivery delivery;
    private final Switches switches;
    private volatile long thinkMillis;

    Exchanges(Vertx vertx, HttpApi.Parts parts, Switches switches) {
        this.vertx = vertx;
        this.parts = parts;
        this.api = new Api(parts, switches, this::later);
        this.pipeline = new Pipeline(parts, switches, api);
        this.delivery = new Delivery(switches);
        this.switches = switches;
    }

    void thinkTime(Duration duration) {
        thinkMillis = duration.toMillis();
    }

    void accept(HttpServerRequest request) {
        String method = request.method().name();
        Optional<Router.Match> match = api.route(method, request.path());
        String template = match.map(found -> found.route().template()).orElse(NO_ROUTE);
        Instant now = parts.clock().instant();
        Journal.Line line = parts.journal().arrived(now, method, template, request.uri());
        Exchange exchange = new Exchange(request, match, line, fault(method, template, line), now);
        if (exchange.fault() instanceof Fault.DropBefore) {
            cut(exchange);
        } else if (method.equals("GET") || method.equals("HEAD")) {
            serve(exchange, EMPTY);
        } else {
            BodyReader.read(request, switches.get(AccessSwitch.MAX_BODY))
                    .onSuccess(body -> body.ifPresentOrElse(whole -> serve(exchange, whole), () -> tooLarge(exchange)))
                    .onFailure(gone -> line.over());
        }
    }

    private Fault fault(String method, String template, Journal.Line line) {
        Fault fault = parts.faults().next(method, template).orElse(null);
        if (fault != null) {
            line.met(fault);
        }
        return fault;
    }

    private void tooLarge(Exchange exchange) {
        finish(exchange, Answer.error(413, "payload_too_large"));
    }

    private void serve(Exchange exchange, Buffer body) {
        Token token = caller(exchange);
        Answer answer =
                exchange.takesEffect() ? answer(exchange, token, body) : FaultyAnswers.insteadOf(exchange.fault());
        Duration stall = exchange.fault() instanceof Fault.Stall fault ? fault.duration() : Duration.ZERO;
        Duration slow = exchange.fault() instanceof Fault.Slow fault ? fault.duration() : Duration.ZERO;
        long wait = thinkMillis + stall.toMillis() + slow.toMillis();
        if (wait == 0) {
            finish(exchange, answer);
        } else {
            vertx.setTimer(wait, timer -> finish(exchange, answer));
        }
    }

    private Token caller(Exchange exchange) {
        Token token = parts.tokens().find(exchange.request().getHeader("Authorization"));
        if (token != null) {
            exchange.line().from(token.identifier());
        }
        parts.limits().arrived(token);
        if (exchange.fault() instanceof Fault.Status status && status.retryAfter() != null) {
            parts.limits().askedToWait(token, exchange.arrived().plusSeconds(Long.parseLong(status.retryAfter())));
        }
        return token;
    }

    private Answer answer(Exchange exchange, Token token, Buffer body) {
        if (exchange.match().isEmpty()) {
            return Api.noSuchRoute();
        }
        Router.Match match = exchange.match().get();
        Answer answer = pipeline.answer(exchange.request(), match, token, body);
        if (match.route().writes() && answer.status() < 300) {
            exchange.line().tookEffect();
        }
        return answer;
    }

    private void finish(Exchange exchange, Answer answer) {
        boolean cuts = exchange.fault() instanceof Fault.DropAfter || exchange.fault() instanceof Fault.Stall;
        if (cuts || exchange.request().response().closed()) {
            cut(exchange);
            return;
        }
        exchange.line().answered(answer.status());
        exchange.line().over();
        delivery.send(exchange, answer);
    }

    private static void cut(Exchange exchange) {
        exchange.line().over();
        exchange.request().connection().close();
    }

    private void later(Duration delay, Runnable work) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> work.run());
    }
}
