package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Request;
import dev.crispconnect.simulator.journal.Line;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Workspace;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final Effects effects = new Effects();
    private final FaultyAnswers faultyAnswers = new FaultyAnswers();
    private volatile long thinkMillis;

    Exchanges(Vertx vertx, HttpApi.Parts parts, Switches switches) {
        this.vertx = vertx;
        this.parts = parts;
        this.api = new Api(parts, switches, this::later);
        this.pipeline = new Pipeline(parts, switches, api);
        this.delivery = new Delivery(vertx, switches);
        this.switches = switches;
    }

    void thinkTime(Duration duration) {
        thinkMillis = duration.toMillis();
    }

    void forget() {
        faultyAnswers.forget();
        pipeline.forget();
    }

    List<String> routes() {
        return api.routes();
    }

    Duration thinkTime() {
        return Duration.ofMillis(thinkMillis);
    }

    void accept(HttpServerRequest request) {
        Exchange exchange = arrived(request);
        String method = exchange.about().method();
        if (method.equals("GET") || method.equals("HEAD")) {
            serve(exchange, EMPTY);
        } else {
            BodyReader.read(request, switches.get(AccessSwitch.MAX_BODY))
                    .onSuccess(body -> body.ifPresentOrElse(whole -> serve(exchange, whole), () -> tooLarge(exchange)))
                    .onFailure(gone -> exchange.line().over());
        }
    }

    private Exchange arrived(HttpServerRequest request) {
        String method = request.method().name();
        Optional<Router.Match> match = api.route(method, request.path());
        Token token = parts.tokens().find(request.getHeader("Authorization"));
        Request about = new Request(
                method,
                match.map(found -> found.route().template()).orElse(NO_ROUTE),
                request.uri(),
                match.map(found -> found.parameters().get("session_id")).orElse(null),
                token == null ? null : token.identifier());
        Instant now = parts.clock().instant();
        Line line = parts.journal().arrived(now, about);
        Fault fault = parts.faults().next(about);
        if (fault != null) {
            line.met(fault);
        }
        parts.limits().arrived(token);
        if (fault instanceof Fault.Status status) {
            status.asked().ifPresent(wait -> parts.limits().askedToWait(token, now.plus(wait)));
        }
        return new Exchange(request, about, match, token, line, fault, now);
    }

    private void tooLarge(Exchange exchange) {
        delivery.end(exchange, Answer.error(413, "payload_too_large"));
    }

    private void serve(Exchange exchange, Buffer body) {
        Answer good = exchange.takesEffect() ? answer(exchange, body) : null;
        Answer shown = faultyAnswers.shown(exchange, good);
        if (exchange.fault() instanceof Fault.Silence) {
            keepSilent(exchange, shown);
            return;
        }
        long delay = exchange.fault() == null ? 0 : exchange.fault().delay().toMillis();
        if (thinkMillis + delay == 0) {
            delivery.end(exchange, shown);
        } else {
            vertx.setTimer(thinkMillis + delay, timer -> delivery.end(exchange, shown));
        }
    }

    private Answer answer(Exchange exchange, Buffer body) {
        if (exchange.match().isEmpty()) {
            return Api.noSuchRoute();
        }
        Router.Match match = exchange.match().get();
        String websiteId = match.parameters().get("website_id");
        Workspace workspace = websiteId == null ? null : parts.workspaces().get(websiteId);
        if (match.route().writes() && workspace != null) {
            return effects.watch(exchange.line(), workspace, () -> made(exchange, match, body));
        }
        if (exchange.fault() instanceof Fault.MovedItem fault && workspace != null) {
            MovingItems.move(workspace, fault, () -> pipeline.unlimited(exchange.request(), match, exchange.token()));
        }
        return made(exchange, match, body);
    }

    private Answer made(Exchange exchange, Router.Match match, Buffer body) {
        return pipeline.answer(exchange.request(), match, exchange.token(), body);
    }

    private void keepSilent(Exchange exchange, Answer answer) {
        Context loop = vertx.getOrCreateContext();
        Runnable end = () -> loop.runOnContext(released -> delivery.end(exchange, answer));
        parts.faults().hold(end);
        exchange.request().response().closeHandler(gone -> {
            parts.faults().forget(end);
            exchange.line().over();
        });
    }

    private void later(Duration delay, Runnable work) {
        Runnable watched = effects.watched(work);
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> watched.run());
    }
}
