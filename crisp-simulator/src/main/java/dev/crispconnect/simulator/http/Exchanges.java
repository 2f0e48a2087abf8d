package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.journal.Journal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;

final class Exchanges {

    private final Vertx vertx;
    private final HttpApi.Parts parts;
    private final Router router;
    private volatile Duration thinkTime = Duration.ZERO;

    Exchanges(Vertx vertx, HttpApi.Parts parts, AnswerRules rules) {
        this.vertx = Objects.requireNonNull(vertx);
        this.parts = parts;
        this.router = new Router(HttpApi.routes());
        Objects.requireNonNull(rules);
    }

    void thinkTime(Duration duration) {
        thinkTime = duration;
    }

    void accept(HttpServerRequest request) {
        Journal.Line line = parts.journal()
                .arrived(parts.clock().instant(), request.method().name(), "(unknown)", request.path());
        router.find(request.method().name(), request.path());
        Answer answer = Answer.error(404, "not_found", "the route does not exist");
        request.body()
                .onComplete(body -> vertx.setTimer(Math.max(1, thinkTime.toMillis()), timer -> {
                    line.answered(answer.status());
                    line.over();
                    request.response().setStatusCode(answer.status()).end(Buffer.buffer(answer.body()));
                }));
    }
}
